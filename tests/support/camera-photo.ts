import type { Page } from 'playwright-core';

/** Of a phone held upright: the sensor's picture lies on its side, and the file says so. */
const lyingOnItsSide = 6;

/** EXIF with what cameras write: how it was held, and (as text, which is enough to look for) where. */
function exif(place: string): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(lyingOnItsSide, 18);
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(place, 'latin1')]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** A photo as a phone's camera writes it, of `width` × `height` on its sensor, drawn by the browser of `page`. */
export async function cameraPhoto(page: Page, width: number, height: number, place: string): Promise<Buffer> {
  const drawn = await page.evaluate(
    async ([wide, high]) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [wide, high];
      const context = canvas.getContext('2d');
      for (let stripe = 0; context && stripe < 400; stripe += 1) {
        context.fillStyle = `hsl(${(stripe * 47) % 360} 60% 50%)`;
        context.fillRect((stripe * wide) / 400, 0, wide / 400, high);
        context.fillText(String(stripe), (stripe * 97) % wide, (stripe * 61) % high);
      }
      return canvas.toDataURL('image/jpeg', 1).split(',')[1] ?? '';
    },
    [width, height] as const,
  );
  const jpeg = Buffer.from(drawn, 'base64');
  const startOfImage = 2;
  return Buffer.concat([jpeg.subarray(0, startOfImage), exif(place), jpeg.subarray(startOfImage)]);
}
