/**
 * Top-level names that are not asked of the workspace: Python's own modules (`sys.stdlib_module_names` of 3.13) and the
 * packages that machine-learning imports most. Only a matter of speed: any other name is looked for as a file first.
 */
const standard =
  'abc aifc antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii ' +
  'bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections ' +
  'colorsys compileall concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes ' +
  'curses dataclasses datetime dbm decimal difflib dis distutils doctest email encodings ensurepip enum ' +
  'errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt ' +
  'getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp ' +
  'importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale logging lzma mailbox ' +
  'mailcap marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ' +
  'ntpath nturl2path numbers opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools ' +
  'pipes pkgutil platform plistlib poplib posix posixpath pprint pstats pty pwd py_compile ' +
  'pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy ' +
  'sched secrets select selectors shelve shlex shutil signal smtpd smtplib sndhdr socket ' +
  'socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat string stringprep ' +
  'struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios ' +
  'textwrap threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty ' +
  'turtle turtledemo types typing unicodedata unittest urllib uu uuid venv warnings wave weakref ' +
  'webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo';

const packages =
  'GPUtil IPython Levenshtein PIL absl accelerate addict aiohttp albumentations annoy anthropic ' +
  'apex arrow attr attrs azure bitsandbytes bokeh boto3 botocore bs4 caffe2 catboost clearml click ' +
  'cohere colorama comet_ml configargparse coremltools cupy cv2 cython dash dask dateutil ' +
  'decouple deepspeed dgl discord django dotenv easydict editdistance einops elasticsearch ' +
  'environs fairscale faiss fastapi fastparquet fire flash_attn flask flax fsspec ftfy ' +
  'fvcore gcsfs gensim gin google google_auth_oauthlib gunicorn gym gymnasium h5py haiku hnswlib ' +
  'horovod httpx hydra hypothesis imageio iopath ipywidgets jax jaxlib jieba jiwer joblib jupyter ' +
  'kornia kubernetes langdetect librosa lightgbm lightning lightning_fabric loguru lxml marshmallow ' +
  'matplotlib milvus mindspore ml_collections mlflow mmcv mmdet mmengine mmseg munch mxnet nbformat ' +
  'neptune networkx nltk numba numpy nvidia ogb omegaconf onnx onnxruntime openai openvino optax optuna ' +
  'orbax packaging paddle pandas pinecone pkg_resources plotly prettytable psutil psycopg2 pyarrow ' +
  'pybind11 pydantic pydantic_settings pydub pymilvus pymongo pynvml pyspark pytest pytorch_lightning ' +
  'pytz qdrant_client rapidfuzz ray rdkit redis regex requests rich rouge_score ruamel s3fs sacrebleu ' +
  'sacremoses safetensors scipy scrapy seaborn selenium sentencepiece setuptools shap six skimage ' +
  'sklearn slack_sdk soundfile sqlalchemy stable_baselines3 starlette streamlit structlog sympy tables ' +
  'tabulate tap telegram tensorboard tensorboardX tensorflow_addons tensorflow_datasets ' +
  'tensorflow_probability tensorflow_text tensorpack tensorrt termcolor tflite_runtime theano thop ' +
  'tiktoken toml tomli torch_geometric torchmetrics tqdm triton typer unidecode urllib3 uvicorn wandb ' +
  'weaviate xformers xgboost yacs yaml zarr';

export const knownLibraries: ReadonlySet<string> = new Set(`${standard} ${packages}`.split(' '));
