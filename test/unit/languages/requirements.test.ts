import assert from 'node:assert/strict';
import { found } from './analyse';

const releases = 'https://github.com/explosion/spacy-models/releases/download';

describe('requirement files', () => {
  const one = (line: string, ...expected: string[]) => {
    it(line.slice(0, 80), () => {
      assert.deepEqual(found('requirements', `numpy\n${line}\n`, 'requirements.txt'), expected);
    });
  };

  one(
    `${releases}/en_core_web_sm-3.7.1/en_core_web_sm-3.7.1-py3-none-any.whl`,
    'pip install: en_core_web_sm',
  );
  one(
    `en-core-web-md @ ${releases}/en_core_web_md-3.5.0/en_core_web_md-3.5.0.tar.gz`,
    'pip install: en_core_web_md',
  );
  one(
    `${releases}/en_core_web_sm-3.8.0/en_core_web_sm-3.8.0-py3-none-any.whl#sha256=abc ; python_version > "3.8"`,
    'pip install: en_core_web_sm',
  );
  one(
    'https://huggingface.co/spacy/en_core_web_trf/resolve/main/en_core_web_trf-any-py3-none-any.whl',
    'pip install: spacy/en_core_web_trf',
  );
  one(
    'https://s3-us-west-2.amazonaws.com/ai2-s2-scispacy/releases/v0.5.1/en_core_sci_sm-0.5.1.tar.gz',
    'pip install: en_core_sci_sm',
  );
  one('en_core_web_lg==3.7.1', 'pip install: en_core_web_lg');
  one(`# ${releases}/en_core_web_sm-3.7.1/en_core_web_sm-3.7.1-py3-none-any.whl`);
  one('spacy>=3,<4');
  one('bert-base-uncased-tools');
  one('git+https://github.com/huggingface/transformers.git');
  one('torch --index-url https://download.pytorch.org/whl/cpu');
  one('https://example.com/wheels/my_tool-1.0.0-py3-none-any.whl');
});
