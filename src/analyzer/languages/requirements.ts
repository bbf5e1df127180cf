import type { Mention } from './mention';
import { packageIn, wheelsIn } from './wheels';

/** The models that a requirements file installs, a line each. */
export function requirementMentions(text: string): Mention[] {
  const mentions: Mention[] = [];
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    const code = line[0].replace(/(^|\s)#.*$/, '').trimEnd();
    const start = line.index + code.length - code.trimStart().length;
    const end = line.index + code.length;
    if (start >= end) continue;
    const wheels = wheelsIn(text, start, end);
    mentions.push(...(wheels.length > 0 ? wheels : packageIn(text, start, end)));
  }
  return mentions;
}
