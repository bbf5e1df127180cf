import type { LogOutputChannel } from 'vscode';
import type { Logger } from '../shared/host';

/** The log of the core goes to the extension's output channel. */
export function channelLogger(channel: LogOutputChannel): Logger {
  return {
    info: (text) => channel.info(text),
    warn: (text) => channel.warn(text),
    error: (text) => channel.error(text),
  };
}
