/** Electron's `NativeImage`, as far as a captured page needs it: PNG bytes and their size. */
import { Loud, loud, notImplemented } from '../loud.ts';

export class NativeImage extends Loud {
  readonly #png: Buffer;

  constructor(png: Buffer) {
    super('nativeImage');
    this.#png = png;
  }

  toPNG(): Buffer {
    return Buffer.from(this.#png);
  }

  toDataURL(): string {
    return `data:image/png;base64,${this.#png.toString('base64')}`;
  }

  isEmpty(): boolean {
    return this.#png.length === 0;
  }

  /** Read from the PNG's header (width and height at bytes 16 and 20). */
  getSize(): { width: number; height: number } {
    if (this.#png.length < 24) return { width: 0, height: 0 };
    return { width: this.#png.readUInt32BE(16), height: this.#png.readUInt32BE(20) };
  }

  getAspectRatio(): number {
    const { width, height } = this.getSize();
    return height === 0 ? 1 : width / height;
  }
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

export const nativeImage = loud('nativeImage', {
  createEmpty: (): NativeImage => new NativeImage(Buffer.alloc(0)),
  createFromBuffer(bytes: Buffer): NativeImage {
    if (!bytes.subarray(0, 4).equals(PNG)) {
      throw notImplemented('nativeImage.createFromBuffer', 'only PNG is known here');
    }
    return new NativeImage(bytes);
  },
});
