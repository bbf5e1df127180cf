import { type CancellationToken, type Progress, ProgressLocation, window } from 'vscode';
import type { CancelSignal } from '../shared/fetch';
import { type Message, message } from '../shared/message';
import { localize } from './words';

/** Shows how far work is. */
export type Report = (done: number, total: number | null) => void;

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
  return (done, total) => {
    const text = total === null ? message('{0} models', done) : message('{0} of {1} models', done, total);
    const share = total === null || total === 0 ? 0 : (done / total) * 100;
    progress.report({ message: localize(text), increment: Math.max(0, share - shown) });
    shown = Math.max(shown, share);
  };
}
