import type { SecretStorage } from 'vscode';

const key = 'ptmLens.huggingFaceToken';

/** The user's token for the hub: kept by VS Code's secret storage, never in a setting, a file or the log. */
export class Tokens {
  constructor(
    private readonly storage: SecretStorage,
    private readonly fromEnvironment: () => string | null,
  ) {}

  /** The token that was set, else the environment's (`HF_TOKEN`). */
  async get(): Promise<string | null> {
    return (await this.storage.get(key)) ?? this.fromEnvironment();
  }

  /** Whether the user has set one here. */
  async isSet(): Promise<boolean> {
    return (await this.storage.get(key)) !== undefined;
  }

  async set(token: string): Promise<void> {
    await this.storage.store(key, token);
  }

  async remove(): Promise<void> {
    await this.storage.delete(key);
  }
}

/** Whether a text can be a token: one word of visible characters. */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]{8,200}$/.test(text);
}
