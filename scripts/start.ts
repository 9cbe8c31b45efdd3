// npm start: builds the site and serves it.
import { createServer } from 'node:net'
import { compress } from '../src/hosting/compress.ts'
import { run } from './run.ts'
import { dist, serve } from './serve.ts'

const port = Number(process.env.PORT ?? 4321)

if (!(Number.isInteger(port) && port > 0 && port < 65_536))
  stop(`PORT is "${process.env.PORT}", which isn't a port number.`)
if (!(await isFree(port))) stop(`Port ${port} is taken. Stop what uses it, or choose another: PORT=4400 npm start`)
console.log('Building the site (ten to twenty seconds)…')
const build = await run('astro', ['build', '--outDir', dist])
if (build.status !== 0) stop(`${build.output}\nThe build failed: see above.`)
await compress(dist, 5)
await serve(dist, { port })
console.log(`Whydenied is at http://localhost:${port}/ (stop with Ctrl+C)`)

function stop(why: string): never {
  console.error(why)
  process.exit(1)
}

/** Checked before the build, so that you don't wait for a build that can't be served. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
