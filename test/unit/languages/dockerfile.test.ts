import assert from 'node:assert/strict';
import { found } from './analyse';

describe('Dockerfiles', () => {
  const one = (name: string, text: string, ...expected: string[]) => {
    it(name, () => {
      assert.deepEqual(found('dockerfile', text, 'Dockerfile'), expected);
    });
  };

  one('fetch in RUN', 'FROM x\nRUN hf download a/b\n', 'hf download: a/b');
  one(
    'fetch in the middle of a RUN',
    'RUN apt update \\\n && hf download a/b \\\n && ls',
    'hf download: a/b',
  );
  one(
    'fetch behind comment lines of a RUN',
    'RUN ls && \\\n  # now the model\n  hf download a/b',
    'hf download: a/b',
  );
  one('fetch with a mount', 'RUN --mount=type=cache,target=/root hf download a/b', 'hf download: a/b');
  one('fetch in exec form', 'RUN ["hf", "download", "a/b"]', 'hf download: a/b');
  one('fetch through a shell in exec form', 'RUN ["sh", "-c", "hf download a/b"]', 'hf download: a/b');
  one('fetch in a heredoc', 'RUN <<EOF\nhf download a/b\nEOF\nRUN ls', 'hf download: a/b');
  one('serve in CMD', 'CMD ["vllm", "serve", "a/b"]', 'vllm serve: a/b');
  one(
    'serve in ENTRYPOINT',
    'ENTRYPOINT text-generation-launcher --model-id a/b',
    'text-generation-launcher: a/b',
  );
  one('know their ENV', 'ENV M=a/b\nRUN hf download $M', 'hf download: a/b');
  one('know their ENV in the old form', 'ENV M a/b\nRUN hf download ${M}', 'hf download: a/b');
  one('know their ARG', 'ARG M=a/b\nRUN hf download "${M}"', 'hf download: a/b');
  one('cannot know an ARG without a default', 'ARG M\nRUN hf download "${M}"', 'hf download: unresolved');
  one('are not their comments', '# RUN hf download a/b\nFROM x');
  one('are not their labels', 'LABEL x="hf download a/b"\nENV N="hf download x/y"');
  one('are not what they copy', 'COPY models/bert-base-uncased /models/bert');
});
