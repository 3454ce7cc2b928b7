import { type FileHandle, open, stat } from 'node:fs/promises'
import { MAX_BYTES } from '../../src/inference/read/fetch-image.ts'
import { type FileFailure, failureOfSystem } from './file-answer.ts'

/**
 * Reads a picture's file, within the size limit of the extension.
 * @returns the failure if it cannot be read
 */
export async function readPicture(path: Buffer): Promise<Uint8Array | FileFailure> {
  let file: FileHandle | undefined
  try {
    // Opening a pipe would wait for its writer.
    const found = await stat(path)
    const { size } = found
    if (!found.isFile()) return { failure: 'not_a_file', detail: 'neither a file nor a folder' }
    if (size > MAX_BYTES) return { failure: 'too_large', detail: `${megabytes(size)}; at most ${megabytes(MAX_BYTES)}` }
    file = await open(path)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size, 0)
    return bytesRead > 0 ? buffer.subarray(0, bytesRead) : { failure: 'empty', detail: 'no bytes' }
  } catch (error) {
    return failureOfSystem(error)
  } finally {
    await file?.close()
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`
}
