// Service data that the page loads as it needs it.
import { expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { toIndex, toShard } from '../../src/reference/index.ts'
import { openShelf } from '../../src/session/service-data.ts'

const whole = await loadReference(['s3', 'ec2', 'lambda'])

/** A shelf whose files arrive in this order, one after the other. */
function shelfWith(arrivals: readonly string[]) {
  const texts = new Map([
    ['index', JSON.stringify(toIndex(whole))],
    ...[...whole.services].map(([prefix, service]) => [prefix, JSON.stringify(toShard(service))] as const),
  ])
  return openShelf('https://whydenied.example.com/', async (url) => {
    const name = /reference\/(.+)\.json$/.exec(url)?.[1] ?? ''
    for (let turn = 0; turn < arrivals.indexOf(name) * 5; turn++) await Promise.resolve()
    return texts.get(name)
  })
}

test.each([[['s3', 'ec2', 'lambda']], [['lambda', 's3', 'ec2']], [['ec2', 'lambda', 's3']]])(
  'services are in the order of their prefixes, whichever arrives first: %s',
  async (arrivals) => {
    const { reference, missing } = await shelfWith(arrivals).load(['s3', 'lambda', 'ec2'])
    expect([...(reference?.services.keys() ?? [])]).toEqual(['ec2', 'lambda', 's3'])
    expect(missing).toEqual([])
  },
)

test('two questions at once fetch a file once', async () => {
  const asked: string[] = []
  const shelf = openShelf('https://whydenied.example.com/', async (url) => {
    asked.push(url)
    return url.endsWith('index.json') ? JSON.stringify(toIndex(whole)) : undefined
  })
  await Promise.all([shelf.load(['s3']), shelf.load(['s3', 'ec2'])])
  expect(asked.map((url) => url.split('/').at(-1))).toEqual(['index.json', 's3.json', 'ec2.json'])
})

test('a service that a later question loads goes to its place, not to the end', async () => {
  const shelf = shelfWith([])
  await shelf.load(['s3'])
  const { reference } = await shelf.load(['ec2'])
  expect([...(reference?.services.keys() ?? [])]).toEqual(['ec2', 's3'])
})
