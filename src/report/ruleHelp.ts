import type { RuleId } from '../rules/finding';

/** What a rule's page and a SARIF viewer say of a rule, in whole sentences of plain text. */
export interface RuleHelp {
  readonly what: string;
  readonly why: string;
  /** Python, JSON or TOML that gives the finding. */
  readonly example: string;
  readonly fix: string;
}

/** The table that docs/rules/*.md and SARIF's help texts are made from. */
export const ruleHelp: Readonly<Record<RuleId, RuleHelp>> = {
  'license-incompatible': {
    what: 'The licence of the model does not fit the licence of the project under the way it is used.',
    why: 'Passing both on together would break one of the two licences. Where the code only names the model, that begins with shipping it; the finding then says "if distributed together". A download in a RUN of a Dockerfile ships it with the image; push_to_hub and training publish what is made from it.',
    example: '# LICENSE of the project: MIT\nmodel = YOLO("yolov8n.pt")  # AGPL-3.0',
    fix: 'Take a model under a licence that fits (the quick fix proposes some of the same task and size), ask its author for another licence, record in the policy what was agreed, or say "use": "internal" there when nothing leaves your organisation.',
  },
  'license-noncommercial': {
    what: 'The licence of the model does not allow commercial use.',
    why: 'The project may be used commercially by its own licence or policy, or it is closed, or it ships the weights. Using the model there is a breach whether or not it is passed on.',
    example: 'model = AutoModel.from_pretrained("facebook/nllb-200-distilled-600M")  # cc-by-nc-4.0',
    fix: 'Take another model, buy a licence and record it as an exception, or say "use": "research" in the policy where that is true.',
  },
  'license-base-model': {
    what: 'What the model was made from is under stricter terms than the model declares.',
    why: 'A fine-tuned, merged or quantised model is a work derived from its base: its author cannot give more than they got.',
    example:
      'model = AutoModelForCausalLM.from_pretrained("someone/tuned-llama")  # apache-2.0, made from a Llama model',
    fix: 'Read the terms of the base model, which the finding names with the path to it, and follow the stricter ones.',
  },
  'license-restricted': {
    what: 'The licence restricts what the model may be used for, and asks that the restrictions are passed on.',
    why: 'RAIL, Llama, Gemma and similar licences bind every later user. Whoever ships the model has to hand the list on.',
    example:
      'pipe = StableDiffusionPipeline.from_pretrained("CompVis/stable-diffusion-v1-4")  # creativeml-openrail-m',
    fix: 'Check the intended use against the list, put the terms into what you ship, and list the licence under licenses.allow in the policy.',
  },
  'license-missing': {
    what: 'The model declares no licence.',
    why: 'Without a licence nobody but the author has a right to copy it, however public the download is.',
    example: 'model = AutoModel.from_pretrained("someone/unlicensed-model")',
    fix: 'Ask the author to declare one, take another model, or write what you learnt into corrections in the policy.',
  },
  'project-license-missing': {
    what: 'Files use models, and no folder above them declares a licence that is known.',
    why: 'Whether a model fits depends on the licence of the project. Without one only what a licence asks of everybody can be judged.',
    example: 'src/train.py loads a model; there is no LICENSE, and no licence in pyproject.toml',
    fix: 'Add a LICENSE file, or name the licence in pyproject.toml, package.json, setup.cfg or CITATION.cff.',
  },
  'project-license-conflict': {
    what: 'The licence text and a manifest of the project name different licences.',
    why: 'Readers and tools take the one they find first. LICENSE-MIT beside LICENSE-APACHE is a choice and no conflict; neither is a vague classifier.',
    example: '# LICENSE holds the Apache-2.0 text\n[project]\nlicense = "MIT"',
    fix: 'Make them say the same. Until then the text counts before the manifest.',
  },
  'policy-invalid': {
    what: 'The policy has a mistake: an unknown key, a wrong type, a licence without a known name, an exception that is over or without bounds.',
    why: 'What is wrong counts as not said, so the policy may be looser or stricter than its author meant.',
    example: '{ "rules": { "license-mising": "off" } }',
    fix: 'Correct the place that the finding marks. The editor completes keys by the schema.',
  },
  'model-denied': {
    what: 'The policy denies the model or its licence, or allows licences that do not include it.',
    why: 'The policy is the decision of the people behind the project.',
    example: '# .ptm-lens.json: { "licenses": { "deny": ["AGPL-3.0-only"] } }\nmodel = YOLO("yolov8n.pt")',
    fix: 'Take a model that the policy allows, or have an exception with a reason and an end written into it.',
  },
  'model-moved': {
    what: 'The hub has moved the model to another id.',
    why: 'Old ids work as long as the hub redirects them; the name may be taken by somebody else some day.',
    example: 'model = AutoModel.from_pretrained("bert-base-uncased")',
    fix: 'Write the new id; the quick fix does it.',
  },
  'model-unknown': {
    what: 'The catalogue does not have the model.',
    why: 'It may be private, newer than the catalogue, gone, or misspelt. When an id is near, the finding names it.',
    example: 'model = AutoModel.from_pretrained("google-bert/bert-base-uncasd")',
    fix: 'Correct the id, look the model up on the hub, or list it under models.private in the policy.',
  },
  'revision-unpinned': {
    what: 'The model is loaded without a revision, or at a branch.',
    why: 'What is loaded tomorrow may be other weights, other code and another licence than today.',
    example: 'model = AutoModel.from_pretrained("org/model", revision="main")',
    fix: 'Pin a commit: revision="<40 hex digits>". Where the project pins the model elsewhere, the quick fix writes that commit. A version tag counts as well.',
  },
  'remote-code': {
    what: 'trust_remote_code=True runs Python that comes with the model, and no commit says which.',
    why: 'Whoever can push to the repository of the model can run code on every machine that loads it.',
    example: 'model = AutoModel.from_pretrained("org/model", trust_remote_code=True)',
    fix: 'Read the code of one commit and pin it with revision=, or use a model whose code is part of the library.',
  },
  'implicit-model': {
    what: 'The code names a task and no model, so the library chooses one.',
    why: 'A new version of the library may choose another model, under another licence.',
    example: 'summarise = pipeline("summarization")',
    fix: 'Name the model: pipeline("summarization", model="sshleifer/distilbart-cnn-12-6").',
  },
  'name-mismatch': {
    what: 'The name claims an architecture, size or task that the record of the model contradicts.',
    why: 'Such a name misleads readers, and may be meant to.',
    example: 'model = AutoModel.from_pretrained("someone/bert-large")  # the record says RoBERTa',
    fix: 'Look at the card and the configuration of the model before you rely on it.',
  },
  'card-incomplete': {
    what: 'The card of the model says nothing of its datasets, metrics or limitations.',
    why: 'What a model was trained on and where it fails decides whether it may be used for a purpose.',
    example: 'model = AutoModel.from_pretrained("someone/no-card")',
    fix: 'Ask the author, or take a model whose card says it.',
  },
};
