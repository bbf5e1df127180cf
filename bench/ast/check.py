"""An independent check of the analyzer, on Python's own `ast`: every loader call whose id is a literal.

    python3 bench/ast/check.py DIR  ->  one JSON object a line: file, line, column, loader, id

It shares nothing with the analyzer: its own short list of classic loaders, its own binding (a name counts only when all
its bindings in the file are imports of one library), literals only. What it finds, the analyzer must find; it finds far
less. Files that `ast` cannot parse are listed on stderr and left out.
"""
import ast
import json
import os
import sys
import warnings

HUB_CLASSES = ('transformers', 'diffusers', 'peft', 'optimum', 'sentence_transformers', 'span_marker', 'setfit')
VENDORED = {'.git', 'node_modules', 'site-packages', 'dist-packages', '__pycache__', '.venv', '.tox', '.nox'}
BUILDERS = {
    'alexnet', 'densenet121', 'densenet161', 'densenet169', 'densenet201', 'efficientnet_b0', 'googlenet', 'inception_v3',
    'mobilenet_v2', 'mobilenet_v3_large', 'mobilenet_v3_small', 'resnet101', 'resnet152', 'resnet18', 'resnet34', 'resnet50',
    'resnext101_32x8d', 'resnext50_32x4d', 'shufflenet_v2_x1_0', 'squeezenet1_0', 'squeezenet1_1', 'vgg11', 'vgg13', 'vgg16',
    'vgg16_bn', 'vgg19', 'vgg19_bn', 'vit_b_16', 'vit_b_32', 'wide_resnet50_2', 'swin_t', 'convnext_base',
}


class Bindings(ast.NodeVisitor):
    """Dotted names of what is imported; names that are also bound in any other way are forgotten."""

    def __init__(self):
        self.imports = {}
        self.others = set()

    def visit_Import(self, node):
        for alias in node.names:
            if alias.asname:
                self.add(alias.asname, alias.name)
            else:
                root = alias.name.split('.')[0]
                self.add(root, root)

    def visit_ImportFrom(self, node):
        for alias in node.names:
            full = None if node.level else f'{node.module}.{alias.name}'
            self.add(alias.asname or alias.name, full)

    def add(self, name, full):
        if full is None:
            self.others.add(name)
            return
        first = self.imports.setdefault(name, full)
        if first.split('.')[0] != full.split('.')[0]:
            self.others.add(name)

    def visit_Name(self, node):
        if not isinstance(node.ctx, ast.Load):
            self.others.add(node.id)

    def visit_arg(self, node):
        self.others.add(node.arg)
        self.generic_visit(node)

    def visit_scope(self, node):
        self.others.add(node.name)
        self.generic_visit(node)

    visit_FunctionDef = visit_AsyncFunctionDef = visit_ClassDef = visit_scope

    def visit_ExceptHandler(self, node):
        if node.name:
            self.others.add(node.name)
        self.generic_visit(node)

    def dotted(self, node):
        """The full dotted name of an expression, or None."""
        parts = []
        while isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name) or node.id in self.others:
            return None
        root = self.imports.get(node.id)
        return '.'.join([root, *reversed(parts)]) if root else None


def argument(call, position, *names):
    """The expression given for a parameter, or None; a starred argument before it makes it unknown."""
    for keyword in call.keywords:
        if keyword.arg in names:
            return keyword.value
    if position is not None and position < len(call.args):
        before = call.args[: position + 1]
        if not any(isinstance(value, ast.Starred) for value in before):
            return call.args[position]
    return None


def literal(node):
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def is_on(node):
    """Whether a switch is a literal that turns loading on."""
    return isinstance(node, ast.Constant) and bool(node.value)


def is_off(node):
    return isinstance(node, ast.Constant) and not node.value


def id_of(name, call):
    """The literal id of a call of the function `name`, or None."""
    root, last = name.split('.')[0], name.split('.')[-1]
    if last == 'from_pretrained' and root in HUB_CLASSES:
        if root == 'peft':
            return literal(argument(call, 1, 'model_id')) if 'PeftModel' in name.split('.')[-2] else None
        return literal(argument(call, 0, 'pretrained_model_name_or_path', 'model_id'))
    if name == 'transformers.pipeline':
        return literal(argument(call, 1, 'model'))
    if root == 'sentence_transformers' and last in ('SentenceTransformer', 'CrossEncoder'):
        return literal(argument(call, 0, 'model_name_or_path', 'model_name'))
    if root == 'timm' and last == 'create_model':
        return literal(argument(call, 0, 'model_name')) if is_on(argument(call, 1, 'pretrained')) else None
    if name == 'spacy.load':
        return literal(argument(call, 0, 'name'))
    if name == 'torch.hub.load':
        return torch_hub(call)
    if root == 'torchvision' and last in BUILDERS:
        return last if is_on(argument(call, None, 'pretrained')) else None
    if root == 'huggingface_hub' and last in ('hf_hub_download', 'snapshot_download'):
        return None if argument(call, None, 'repo_type') is not None else literal(argument(call, 0, 'repo_id'))
    if name == 'whisper.load_model':
        return literal(argument(call, 0, 'name'))
    return None


def torch_hub(call):
    repo, entry = literal(argument(call, 0, 'repo_or_dir')), literal(argument(call, 1, 'model'))
    switches = [argument(call, None, name) for name in ('pretrained', 'weights')]
    if any(is_off(switch) for switch in switches if switch is not None):
        return None
    if repo is None or entry is None or argument(call, None, 'source') is not None:
        return None
    return f'{repo}#{entry}'


def calls_in(source):
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        tree = ast.parse(source)
    bindings = Bindings()
    bindings.visit(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = bindings.dotted(node.func)
        written = id_of(name, node) if name else None
        if written:
            yield {'line': node.lineno, 'column': column_of(source, node), 'loader': name, 'id': written}


def column_of(source, node):
    """1-based, in UTF-16 units; `ast` counts bytes of UTF-8."""
    line = source.split('\n')[node.lineno - 1]
    before = line.encode('utf-8')[: node.col_offset].decode('utf-8', 'ignore')
    return len(before.encode('utf-16-le')) // 2 + 1


def python_files(root):
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in VENDORED)
        for name in sorted(files):
            if name.endswith('.py'):
                yield os.path.join(folder, name)


def main(root):
    files = failed = 0
    for path in python_files(root):
        files += 1
        try:
            with open(path, encoding='utf-8-sig', newline=None) as stream:
                source = stream.read()
            found = list(calls_in(source))
        except (SyntaxError, ValueError, RecursionError, OSError) as error:
            failed += 1
            print(f'{path}: {error}', file=sys.stderr)
            continue
        for call in found:
            print(json.dumps({'file': os.path.relpath(path, root).replace(os.sep, '/'), **call}))
    print(f'{files} files, {failed} not parsed', file=sys.stderr)


if __name__ == '__main__':
    main(sys.argv[1])
