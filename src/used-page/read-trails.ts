import { openBytes, type TextSink } from '../logs/index.ts'

/** Pushes files through their readers, piece by piece. `progress` hears each whole percent. */
export async function pushFiles(
  files: readonly File[],
  sink: TextSink,
  progress: (percent: number) => void,
): Promise<void> {
  const total = files.reduce((sum, { size }) => sum + size, 0)
  let [bytes, told] = [0, -1]
  for (const file of files) {
    const reader = openBytes(file.webkitRelativePath || file.name, sink)
    const stream = file.stream().getReader()
    for (;;) {
      const { done, value = new Uint8Array(0) } = await stream.read()
      reader.push(value, done)
      bytes += value.length
      const percent = total === 0 ? 100 : Math.floor((100 * bytes) / total)
      if (percent > told) progress(percent)
      told = percent
      if (done) break
    }
  }
}
