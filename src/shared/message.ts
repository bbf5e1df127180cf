/**
 * A sentence for a person, kept as an English template and its arguments until it is shown, so that the core
 * never formats text and the editor can translate it (`vscode.l10n` keys are the English templates).
 */
export interface Message {
  /** English, with `{0}`, `{1}`, … where the arguments go. */
  readonly text: string;
  readonly args: readonly (string | number)[];
}

/** Turns a message into text in the reader's language. */
export type Localize = (message: Message) => string;

/** Makes a message; `text` is an English template with `{0}` placeholders. */
export function message(text: string, ...args: (string | number)[]): Message {
  return { text, args };
}

/** The English rendering: what the command line prints, and the fallback of every host. */
export const english: Localize = ({ text, args }) =>
  text.replace(/\{(\d+)\}/g, (placeholder, index: string) => {
    const value = args[Number(index)];
    return value === undefined ? placeholder : String(value);
  });
