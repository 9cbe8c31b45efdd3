// Withdraws the site from browsers that keep it: put this file in the place of sw.js, under that name. See hosting/withdraw/.
const prefix = `whydenied ${self.registration.scope} `

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(withdraw()))

/** Deletes what this site kept, ends the service worker, and shows open tabs what the server has now. */
async function withdraw() {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith(prefix)).map((name) => caches.delete(name)))
  const tabs = await clients.matchAll({ type: 'window' })
  await self.registration.unregister()
  await Promise.all(tabs.map((tab) => tab.navigate(tab.url).catch(() => undefined)))
}
