import { CancellationTokenSource, type Progress, window } from 'vscode';

/** Ways in which the editor speaks to a person. */
type Question =
  | 'showInformationMessage'
  | 'showWarningMessage'
  | 'showErrorMessage'
  | 'showQuickPick'
  | 'showInputBox'
  | 'withProgress';

type Work = (progress: Progress<unknown>, token: unknown) => unknown;

/** Answers the editor's questions in place of a person, and keeps what it was told. Call `leave` at the end. */
export class Person {
  /** Sentences of the extension, in their order. */
  readonly told: string[] = [];
  /** What is typed into the next box. */
  typed = '';
  private cancelling: CancellationTokenSource | undefined;
  private readonly before = new Map<Question, unknown>();

  constructor() {
    this.take('showInformationMessage', (text) => this.hear(text));
    this.take('showErrorMessage', (text) => this.hear(text));
    // Says yes to every question: its first button.
    this.take('showWarningMessage', (text, _options, button) => this.hear(text) ?? button);
    this.take('showQuickPick', (items) => (items as readonly unknown[])[0]);
    this.take('showInputBox', () => this.typed);
    this.take('withProgress', (_options, work) => {
      this.cancelling = new CancellationTokenSource();
      return (work as Work)({ report: () => undefined }, this.cancelling.token);
    });
  }

  /** Presses Cancel of the work that is shown now. */
  cancel(): void {
    this.cancelling?.cancel();
  }

  leave(): void {
    for (const [name, question] of this.before) Reflect.set(window, name, question);
  }

  private hear(text: unknown): undefined {
    this.told.push(String(text));
  }

  private take(name: Question, answer: (...args: readonly unknown[]) => unknown): void {
    this.before.set(name, Reflect.get(window, name));
    Reflect.set(window, name, (...args: readonly unknown[]) => Promise.resolve(answer(...args)));
  }
}
