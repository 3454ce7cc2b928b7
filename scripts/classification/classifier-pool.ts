import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { readKernels } from '../kernels.ts'
import type { FileAnswer } from './file-answer.ts'

/** What a classifier's process sends: that it has started, then an answer for each path. */
export type FromClassifier = 'ready' | FileAnswer

/** Time limit for a picture. The largest that are allowed take a few seconds. */
const PICTURE_TIMEOUT_MS = 60_000
const PROGRAM = fileURLToPath(new URL('./classifier-process.ts', import.meta.url))

interface Job {
  path: Buffer
  resolve(answer: FileAnswer): void
  reject(error: Error): void
}

/**
 * Classifies files in several processes. Processes and not threads, because decoders are native code: a file that crashes one
 * costs no more than its own answer.
 */
export class ClassifierPool {
  readonly #count: number
  readonly #program: string
  readonly #timeoutMs: number
  readonly #children = new Set<ChildProcess>()
  readonly #idle: ChildProcess[] = []
  readonly #waiting: Job[] = []
  /** Processes that are not ready yet. */
  #starting = 0
  #broken: Error | undefined
  #isClosed = false

  private constructor(count: number, program: string, timeoutMs: number) {
    this.#count = count
    this.#program = program
    this.#timeoutMs = timeoutMs
  }

  /**
   * Opens a pool. Its processes start when there is work for them.
   * @param count of processes, 1 or more
   * @param program that each process runs
   */
  static async open(
    count: number,
    { program = PROGRAM, timeoutMs = PICTURE_TIMEOUT_MS } = {},
  ): Promise<ClassifierPool> {
    // Once, and not in each process.
    await Promise.all([readKernels('network'), readKernels('resample')])
    return new ClassifierPool(count, program, timeoutMs)
  }

  /**
   * Classifies a file as soon as a process is free.
   * @throws Error if a process could not start
   */
  classify(path: Buffer): Promise<FileAnswer> {
    if (this.#broken) return Promise.reject(this.#broken)
    return new Promise((resolve, reject) => {
      this.#waiting.push({ path, resolve, reject })
      this.#assign()
    })
  }

  /** Ends all processes. What is not answered yet stays so. */
  close(): void {
    this.#isClosed = true
    for (const child of this.#children) child.kill('SIGKILL')
  }

  #start(): void {
    // Only answers may reach standard output.
    const child = fork(this.#program, { serialization: 'advanced', stdio: ['ignore', 2, 2, 'ipc'] })
    this.#children.add(child)
    this.#starting++
    let isReady = false
    child.on('error', error => this.#fail(error))
    child.once('message', () => {
      isReady = true
      this.#starting--
      this.#idle.push(child)
      this.#assign()
    })
    child.on('exit', (code, signal) => {
      this.#children.delete(child)
      if (this.#isClosed) return
      if (!isReady) return this.#fail(new Error(`a classifier did not start: ${signal ?? `exit code ${code}`}`))
      const at = this.#idle.indexOf(child)
      if (at >= 0) this.#idle.splice(at, 1)
      this.#assign()
    })
  }

  #assign(): void {
    while (this.#idle.length > 0 && this.#waiting.length > 0) {
      const [child, job] = [this.#idle.shift(), this.#waiting.shift()] as [ChildProcess, Job]
      this.#run(child, job)
    }
    while (this.#waiting.length > this.#starting && this.#children.size < this.#count) this.#start()
  }

  #run(child: ChildProcess, { path, resolve }: Job): void {
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      child.kill('SIGKILL')
    }, this.#timeoutMs)
    const finish = (answer: FileAnswer) => {
      clearTimeout(timer)
      child.off('message', answered).off('exit', ended)
      resolve(answer)
    }
    const answered = (answer: unknown) => {
      if (isLate) return
      this.#idle.push(child)
      finish(answer as FileAnswer)
      this.#assign()
    }
    const ended = (code: number | null, signal: NodeJS.Signals | null) =>
      finish(
        isLate
          ? { failure: 'timed_out', detail: `${this.#timeoutMs / 1000} s` }
          : { failure: 'crashed', detail: `the decoder ended with ${signal ?? `exit code ${code}`}` },
      )
    child.on('message', answered).on('exit', ended)
    // A process that has just ended cannot be written to. Its `exit` event follows.
    child.send(path, () => {})
  }

  #fail(error: Error): void {
    this.#broken ??= error
    for (const { reject } of this.#waiting.splice(0)) reject(error)
  }
}
