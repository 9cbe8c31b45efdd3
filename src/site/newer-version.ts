/** Asks for a newer version when a page has been open for this long: an hour, in milliseconds. */
const askAgainAfter = 3_600_000

/** What the service worker answers when other tabs of the site are open. */
interface Others {
  readonly is: 'others'
}

/**
 * Shows a quiet line once a newer version of the site is there as a whole. "Reload" changes to it, unless other tabs are open: those would find
 * their files no more.
 */
export function announceNewerVersions(registration: ServiceWorkerRegistration): void {
  const { serviceWorker } = navigator
  const look = (): void => {
    // Without a controller this page doesn't come from an older version.
    if (registration.waiting && serviceWorker.controller) announce(registration)
  }
  look()
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
  setInterval(() => registration.update().catch(() => undefined), askAgainAfter)
}

function announce(registration: ServiceWorkerRegistration): void {
  if (document.querySelector('.newer-version')) return
  const line = document.createElement('p')
  const words = document.createElement('span')
  const button = document.createElement('button')
  line.className = 'newer-version'
  line.setAttribute('role', 'status')
  words.textContent = 'A newer version is ready.'
  button.type = 'button'
  button.textContent = 'Reload'
  button.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
    registration.waiting?.postMessage({ wants: 'turn' })
  })
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<Others>) => {
    if (data.is === 'others') words.textContent = 'A newer version is ready. Close the other tabs of this site first.'
  })
  line.append(words, ' ', button)
  document.body.append(line)
}
