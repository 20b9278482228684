/** Enough to read the small print of an A4 page; photos of phones are two or three times as wide. */
const longestSidePixels = 2400;
/** Smaller files gain nothing worth a loss of sharpness. */
const worthCompressingBytes = 700_000;
const quality = 0.82;

function drawn(image: ImageBitmap): HTMLCanvasElement {
  const scale = Math.min(1, longestSidePixels / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  const context = canvas.getContext('2d');
  // A transparent screenshot would turn black as JPEG.
  if (context) {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}

/** A JPEG in which a camera has left when, how and often where it was taken (EXIF, XMP): that stands at its beginning. */
async function tellsOfItsTaking(file: File): Promise<boolean> {
  const beginning = await file.slice(0, 65_536).arrayBuffer();
  return /Exif\0|ns\.adobe\.com\/xap/.test(new TextDecoder('latin1').decode(beginning));
}

/**
 * A photo made small enough for a slow network, turned the right way up, as JPEG without the place and time
 * that cameras write into files. Formats only some devices know (HEIC) become JPEG too. Anything else, and what
 * the browser cannot draw, comes back as it is.
 */
export async function compressImage(file: File): Promise<File> {
  if (!file.type.startsWith('image/')) return file;
  const accepted = file.type === 'image/jpeg' || file.type === 'image/png';
  const asItIs = accepted && !(await tellsOfItsTaking(file));
  if (asItIs && file.size < worthCompressingBytes) return file;
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!image) return file;
  const canvas = drawn(image);
  image.close();
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
  if (!blob || (asItIs && blob.size >= file.size)) return file;
  return new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' });
}
