/** Asks a language model for what the rules did not find in a card. Only on request: nothing here runs by itself. */
import type { CancelSignal, Wait } from '../../shared/fetch';
import { english, message } from '../../shared/message';
import { failure, ok, type Result } from '../../shared/result';
import { type Card, type FieldName, fieldNames } from '../card';
import { readAnswer, type Verified, verify } from './answer';
import { cardPrompt, type Prompt } from './prompt';

/** A language model, wherever it runs. A failure that `mayRetry` is worth another try. */
export type AskModel = (prompt: Prompt, signal: CancelSignal) => Promise<ModelReply>;

export type ModelReply =
  | { readonly kind: 'reply'; readonly text: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly mayRetry: boolean };

/** Milliseconds before the second try after a failure; each further one waits twice as long. */
const firstPause = 2_000;

/** A model that answers wrongly is told so and asked again, so many times in all. */
const tries = 3;

/**
 * Fills the fields that `card` leaves empty.
 * @param wait lets time pass before a model that was busy is asked again; absent = at once
 */
export async function askForFields(
  text: string,
  card: Card,
  ask: AskModel,
  signal: CancelSignal,
  wait?: Wait,
): Promise<Result<{ readonly card: Card; readonly refused: number }>> {
  const wanted = fieldNames.filter((name) => card.fields[name].length === 0);
  if (wanted.length === 0) return ok({ card, refused: 0 });
  const first = cardPrompt(text, wanted);
  let prompt = first;
  let reason = message('it gave no answer');
  for (let attempt = 0; attempt < tries && !signal.cancelled; attempt++) {
    const reply = await ask(prompt, signal);
    if (reply.kind === 'failed') {
      reason = message('{0}', reply.reason);
      if (!reply.mayRetry) break;
      if (attempt + 1 < tries) await wait?.(firstPause * 2 ** attempt, signal);
      continue;
    }
    const answer = readAnswer(reply.text);
    if (answer.ok) {
      const verified = verify(answer.value, text);
      return ok({ card: mergeFields(card, wanted, verified), refused: verified.refused });
    }
    reason = answer.error;
    prompt = {
      ...first,
      user: `${first.user}\n\nYour last answer was refused: ${english(reason)}. Answer with the JSON object alone.`,
    };
  }
  return failure(message('the language model gave nothing that can be used: {0}', english(reason)));
}

/** Front matter before what the rules found before the language model: only empty fields are filled. */
function mergeFields(card: Card, wanted: readonly FieldName[], { values }: Verified): Card {
  const fields = { ...card.fields };
  for (const name of wanted) fields[name] = values.get(name) ?? [];
  return { ...card, fields };
}
