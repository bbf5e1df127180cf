import type { UsedModel } from '../../inventory/types';
import type { Duty, Judgement } from '../../licenses/judgement';
import { escapeMarkdown } from '../markdown';
import type { Reader } from '../reader';
import { message, type Message } from '../../shared/message';

/** With which act duties begin, in the order in which a project meets them. */
export const beginnings: Readonly<Record<Duty['begins'], Message>> = {
  use: message('When you use it'),
  commercial: message('When you use it commercially'),
  service: message('When you offer it as a service'),
  distribution: message('When you distribute it'),
};

/**
 * What the judgement rests on: its basis, then the duties by the act they begin with. A compatible licence asks for
 * notices at most, which the basis says. Paragraphs of Markdown.
 */
export function grounds({ judgement }: UsedModel, reader: Reader): string[] {
  // That none is declared, or that nothing is known of it, stands in the first line.
  if (!judgement || judgement.ground === 'undeclared') return [];
  const basis = escapeMarkdown(reader.localize(judgement.basis));
  const duties = judgement.kind === 'compatible' ? [] : dutyLines(judgement, reader);
  return duties.length > 0 ? [basis, duties.join('\n')] : [basis];
}

function dutyLines({ duties }: Judgement, { localize }: Reader): string[] {
  return (Object.keys(beginnings) as Duty['begins'][]).flatMap((begins) => {
    const due = duties
      .filter((duty) => duty.begins === begins)
      .map(({ duty }) => escapeMarkdown(localize(duty)));
    return due.length > 0 ? [`- ${localize(beginnings[begins])}: ${due.join('; ')}`] : [];
  });
}
