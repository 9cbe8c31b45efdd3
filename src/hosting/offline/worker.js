// The service worker: one version of the site, whole, for use without a network. The build puts the list of files in. Pages that are open keep
// the version they began with; the new one takes over when they are closed.
const files = new Map(__FILES__)
const version = '__VERSION__'
const own = `whydenied ${version}`
const reference = `whydenied reference ${version}`
const atOnce = 12

self.addEventListener('install', (event) => event.waitUntil(fill(own, [...files])))

self.addEventListener('activate', (event) => event.waitUntil(forgetOthers()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method === 'GET' && request.url.startsWith(self.registration.scope)) event.respondWith(answer(request))
})

/** A page asks for the reference, and hears how far it is. */
self.addEventListener('message', (event) => {
  if (event.data?.wants !== 'reference') return
  const say = (message) => event.source?.postMessage(message)
  event.waitUntil(
    fill(reference, event.data.files, (done, all) => say({ done, all })).catch(() => say({ failed: true })),
  )
})

async function answer(request) {
  const path = new URL(request.url).pathname.slice(new URL(self.registration.scope).pathname.length)
  const cached = await find(path.endsWith('/') || path === '' ? `${path}index.html` : path)
  if (cached) return cached
  if (files.has(`${path}/index.html`)) return Response.redirect(`${self.registration.scope}${path}/`)
  try {
    return await fetch(request)
  } catch (error) {
    const lost = request.mode === 'navigate' ? await find('404.html') : undefined
    if (lost) return lost
    throw error
  }
}

async function find(path) {
  for (const name of [own, reference]) {
    const found = await (await caches.open(name)).match(addressOf(path))
    if (found) return found
  }
  return undefined
}

const addressOf = (path) => new URL(path, self.registration.scope).href

/** Fetches files, some at a time. One that is not the expected one spoils the whole: a server is being updated, and a mixture would break. */
async function fill(name, list, tell = () => {}) {
  const cache = await caches.open(name)
  const waiting = [...list]
  let done = 0
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [path, sum] = next
      if (!(await cache.match(addressOf(path)))) await cache.put(addressOf(path), await fetched(path, sum))
      tell(++done, list.length)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

async function fetched(path, sum) {
  const response = await fetch(addressOf(path), { cache: 'no-cache' })
  const body = await response.arrayBuffer()
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', body))
  const hex = [...hash.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  if (!response.ok || hex !== sum) throw new Error(`${path} is not the file of version ${version}`)
  const headers = new Headers(response.headers)
  for (const header of ['content-encoding', 'content-length']) headers.delete(header)
  return new Response(body, { headers })
}

async function forgetOthers() {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith('whydenied ') && name !== own && name !== reference)
  await Promise.all(old.map((name) => caches.delete(name)))
}
