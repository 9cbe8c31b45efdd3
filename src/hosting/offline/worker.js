// The service worker: one version of the site, whole, for use without a network. The build puts the list of files in. Pages that are open keep
// the version they began with; the new one takes over when they are closed, or when the reader of the only open one says so.
const files = new Map(__FILES__)
const version = '__VERSION__'
// All sites of a host share one store: a copy below another path keeps its own.
const prefix = `whydenied ${self.registration.scope} `
const own = prefix + version
const reference = `${prefix}reference ${version}`
const settings = `${prefix}settings`
const settingsFile = 'whydenied.config.json'
const atOnce = 12
/** Pages without a worker that were made of this version. */
const same = new Set()

self.addEventListener('install', (event) => event.waitUntil(install()))

self.addEventListener('activate', (event) => event.waitUntil(forgetOthers()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method === 'GET' && request.url.startsWith(self.registration.scope)) event.respondWith(answer(request))
})

/** What pages ask for. */
const wishes = new Map([
  ['mine', takeOver],
  ['state', state],
  ['keep', keep],
  ['drop', drop],
  ['turn', turn],
])
self.addEventListener('message', (event) => {
  const work = wishes.get(event.data?.wants)
  if (work) event.waitUntil(work(event, (message) => event.source?.postMessage(message)))
})

async function install() {
  await Promise.all([fill(own, [...files]), renewSettings()])
  // If the reference pages were saved offline, save this version's too. If that fails, the switch shows how much is there.
  const names = await caches.keys()
  if (names.some((name) => name.startsWith(`${prefix}reference `)))
    await fill(reference, (await referenceList()).files).catch(() => {})
}

async function answer(request) {
  const { pathname, search } = new URL(request.url)
  const path = pathname.slice(new URL(self.registration.scope).pathname.length)
  if (path === settingsFile) return (await renewSettings()) ?? Response.error()
  const cached = await find(path.endsWith('/') || path === '' ? `${path}index.html` : path)
  if (cached) return cached
  if (files.has(`${path}/index.html`)) return Response.redirect(`${self.registration.scope}${path}/${search}`)
  try {
    return await fetch(request)
  } catch (error) {
    const lost = request.mode === 'navigate' ? await find('404.html') : undefined
    if (lost) return notKept(lost)
    throw error
  }
}

/** The page for addresses that lead nowhere can also say that the network is missing. */
async function notKept(lost) {
  const html = (await lost.text()).replace('<html ', '<html data-offline ')
  return new Response(html, { status: 503, headers: lost.headers })
}

async function find(path) {
  for (const name of [own, reference]) {
    const found = await (await caches.open(name)).match(addressOf(path))
    if (found) return found
  }
  return undefined
}

const addressOf = (path) => new URL(path, self.registration.scope).href

/**
 * The company's settings as they are now; without a network, as they were last seen. A sign-in page says nothing about the settings, and neither
 * does a server in trouble: both leave them as they are.
 */
async function renewSettings() {
  const cache = await caches.open(settings)
  const address = addressOf(settingsFile)
  const now = await fetch(address, { cache: 'no-cache' }).catch(() => undefined)
  const text = now?.ok ? await now.clone().text() : undefined
  if (now && text !== undefined && isObject(text)) await cache.put(address, now.clone())
  else if (now?.status === 404) await cache.delete(address)
  const isAnswer = text === undefined ? now?.status === 404 : !isPage(now, text)
  return isAnswer ? now : ((await cache.match(address)) ?? now)
}

const isPage = (response, text) =>
  response.redirected || /html/i.test(response.headers.get('content-type') ?? '') || text.trimStart().startsWith('<')

function isObject(text) {
  try {
    const value = JSON.parse(text.trim())
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

/** Fetches files, some at a time. One that is not the expected one spoils the whole: a server is being updated, and a mixture would break. */
async function fill(name, list, report = () => {}) {
  const cache = await caches.open(name)
  const waiting = [...list]
  let done = 0
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [path, sum] = next
      if (!(await cache.match(addressOf(path)))) await cache.put(addressOf(path), await fetched(path, sum))
      report(++done, list.length)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work)).finally(() => waiting.splice(0))
}

async function fetched(path, sum) {
  const response = await fetch(addressOf(path), { cache: 'no-cache' })
  const body = await response.arrayBuffer()
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', body))
  const hex = [...hash.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  if (!response.ok) throw new Error(`${path}: the server answered ${response.status}`)
  if (hex !== sum) throw new DOMException(`${path} is not the file of version ${version}`, 'VersionError')
  const headers = new Headers(response.headers)
  for (const header of ['content-encoding', 'content-length']) headers.delete(header)
  return new Response(body, { headers })
}

/** At the first visit a page is there before its worker. It is taken over if it, and every other one without a worker, is of this version. */
async function takeOver({ source, data }) {
  const isSame = data.assets.every((address) => files.has(address.slice(self.registration.scope.length)))
  if (!source || !isSame) return
  same.add(source.id)
  const [all, controlled] = await Promise.all(
    [true, false].map((includeUncontrolled) => clients.matchAll({ type: 'window', includeUncontrolled })),
  )
  const mine = new Set([...same, ...controlled.map(({ id }) => id)])
  if (all.every(({ id }) => mine.has(id))) await clients.claim()
}

/** Tells how much of the reference is kept, and how large it is. */
async function state(_, say) {
  const { files: list, bytes, compressed } = await referenceList()
  const kept = await (await caches.open(reference)).keys()
  say({ is: 'state', kept: kept.length, all: list.length, bytes, compressed })
}

async function keep(event, say) {
  try {
    const { files: list } = await referenceList()
    await fill(reference, list, (done, all) => say({ is: 'progress', done, all }))
  } catch (error) {
    say({ is: 'failed', why: error.name })
  }
  await state(event, say)
}

async function drop(event, say) {
  await caches.delete(reference)
  await state(event, say)
}

/** The reader wants this version now. Other tabs are of the old one, and would find their files no more. */
async function turn(_, say) {
  const tabs = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (tabs.length > 1) say({ is: 'others' })
  else await self.skipWaiting()
}

/** It is kept with the version, so that it names that version's files. */
const referenceList = async () => (await find('offline.json')).json()

async function forgetOthers() {
  const kept = [own, reference, settings]
  const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && !kept.includes(name))
  await Promise.all(others.map((name) => caches.delete(name)))
}
