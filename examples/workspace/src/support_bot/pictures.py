"""Makes the pictures of the answer mails."""

from diffusers import StableDiffusionPipeline
from transformers import CLIPModel


def illustrate(prompt):
    pipe = StableDiffusionPipeline.from_pretrained("runwayml/stable-diffusion-v1-5")
    return pipe(prompt).images[0]


def italian_scorer():
    return CLIPModel.from_pretrained("clip-italian/clip-italian")
