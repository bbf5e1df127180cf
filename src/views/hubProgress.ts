import { type CancellationToken, type Progress, ProgressLocation, window } from 'vscode';
import type { CancelSignal } from '../shared/fetch';
import { type Message, message } from '../shared/message';
import { localize } from './words';

/** Shows how far work is, in words and as a share of the whole where that is known. */
export type Report = (text: Message, share: number | null) => void;

/** VS Code's wish to stop, as the core hears it. */
export function signalOf(token: CancellationToken): CancelSignal {
  return {
    get cancelled() {
      return token.isCancellationRequested;
    },
    onCancel: (listener) => token.onCancellationRequested(listener),
  };
}

/** Runs work with a notification that shows how far it is and has a Cancel button. */
export function withCancel<T>(
  title: Message,
  work: (report: Report, signal: CancelSignal) => Promise<T>,
): Thenable<T> {
  const options = {
    location: ProgressLocation.Notification,
    title: localize(message('PTM Lens: {0}', localize(title))),
    cancellable: true,
  };
  return window.withProgress(options, (progress, token) => work(reporter(progress), signalOf(token)));
}

function reporter(progress: Progress<{ message?: string; increment?: number }>): Report {
  let shown = 0;
  return (text, share) => {
    const percent = (share ?? 0) * 100;
    progress.report({ message: localize(text), increment: Math.max(0, percent - shown) });
    shown = Math.max(shown, percent);
  };
}
