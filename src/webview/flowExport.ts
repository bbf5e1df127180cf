/** Turns the picture into a file: what the style sheet gives it is written into it, so that it looks the same elsewhere. */

const kept = ['fill', 'stroke', 'stroke-opacity', 'fill-opacity', 'font-family', 'font-size', 'font-weight'];

/** Pixels of a PNG for each of the screen. */
const sharpness = 2;

/** The text of an SVG, or a PNG in base64. */
export async function savePicture(picture: SVGSVGElement, format: 'svg' | 'png'): Promise<string> {
  const text = standalone(picture);
  if (format === 'svg') return text;
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    return await drawn(address, picture.viewBox.baseVal);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function standalone(picture: SVGSVGElement): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const originals = [picture, ...picture.querySelectorAll('*')];
  for (const [index, each] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const original = originals[index];
    if (!original) continue;
    const style = getComputedStyle(original);
    for (const name of kept) each.setAttribute(name, style.getPropertyValue(name));
    each.removeAttribute('tabindex');
    each.removeAttribute('class');
  }
  const { width, height } = picture.viewBox.baseVal;
  const margin = 16;
  const ground = document.createElementNS(copy.namespaceURI, 'rect');
  const box = { x: -margin, y: -margin, width: width + 2 * margin, height: height + 2 * margin };
  const fill = getComputedStyle(document.body).backgroundColor;
  for (const [name, value] of Object.entries({ ...box, fill })) ground.setAttribute(name, String(value));
  copy.prepend(ground);
  copy.setAttribute('viewBox', Object.values(box).join(' '));
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height));
  return new XMLSerializer().serializeToString(copy);
}

async function drawn(address: string, { width, height }: DOMRect): Promise<string> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = (width + 32) * sharpness;
  canvas.height = (height + 32) * sharpness;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas to draw on.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}
