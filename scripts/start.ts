// npm start: builds the site and serves it.
import { fileURLToPath } from 'node:url'
import { run } from './run.ts'
import { serve } from './serve.ts'

const port = Number(process.env.PORT ?? 4321)
const dist = fileURLToPath(new URL('../dist', import.meta.url))

console.log('Building the site (ten to twenty seconds)…')
const build = await run('astro', ['build'])
if (build.status !== 0) {
  console.error(build.output)
  console.error('The build failed: see above.')
  process.exit(1)
}
try {
  await serve(dist, { port })
  console.log(`Whydenied is at http://localhost:${port}/ (stop with Ctrl+C)`)
} catch (error) {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  console.error(
    taken ? `Port ${port} is taken. Stop what uses it, or choose another: PORT=4400 npm start` : String(error),
  )
  process.exit(1)
}
