// Every policy and every message in an article says what the article says it does. The claims stand in the code block's first line:
//   json policy=TYPE allows=ACTION[@RESOURCE],… denies=… [spares=…] [as=PRINCIPAL] [context=KEY:VALUE] [trusted=yes]
//   text message=KIND [action=ACTION]
import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { causes } from '../../src/advise/index.ts'
import { readDenial } from '../../src/denial/index.ts'
import { compile, type PolicyInput } from '../../src/evaluate/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { type PolicyType, policyTypes } from '../../src/iam/index.ts'
import { lint } from '../../src/lint/index.ts'

interface Block {
  readonly title: string
  readonly claims: ReadonlyMap<string, string>
  readonly text: string
}

const pages = globSync('content/**/*.mdx').map((file) => file.replaceAll('\\', '/'))
const blocks = pages.flatMap((file) => blocksOf(file, readFileSync(file, 'utf8')))
const reference = await loadReference()

test('articles are found at all', () => {
  expect(pages.length).toBeGreaterThan(5)
  expect(blocks.length).toBeGreaterThan(10)
})

describe.each(blocks.filter(({ claims }) => claims.has('policy')))('$title', ({ claims, text }) => {
  const type = policyTypes.find((known) => known === claims.get('policy')) ?? 'identity'

  test('has no error', () => {
    const errors = lint({ text, policyType: type, reference }).filter((finding) => finding.type === 'ERROR')
    expect(errors).toEqual([])
  })

  test.each(asked(claims, 'allows'))('allows %s on %s', (action, resource) => {
    expect(decide({ type, text, claims }, action, resource)).toBe('allowed')
  })

  test.each(asked(claims, 'spares'))('leaves %s on %s alone', (action, resource) => {
    expect(decide({ type, text, claims }, action, resource)).toBe('allowed')
  })

  test.each(asked(claims, 'denies'))('does not allow %s on %s', (action, resource) => {
    expect(decide({ type, text, claims }, action, resource)).toMatch(/Deny/)
  })
})

test.each(blocks.filter(({ claims }) => claims.has('message')))('$title is read as it says', ({ claims, text }) => {
  const { kind, action } = readDenial(text)
  expect(kind).toBe(claims.get('message'))
  expect(action).toBe(claims.get('action'))
})

test('every JSON and every message in an article is tested', () => {
  const untested = blocks.filter(
    ({ claims, text }) => !claims.has('policy') && !claims.has('message') && /"Statement"|not authorized/.test(text),
  )
  expect(untested.map(({ title }) => title)).toEqual([])
})

test.each(pages)('%s links to pages and examples that exist', (file) => {
  for (const [, path = '', query] of readFileSync(file, 'utf8').matchAll(
    /\]\((\/[^)?#]*)(?:\?example=([a-z0-9-]+))?[^)]*\)/g,
  )) {
    if (query) expect(existsSync(`content/examples/${query}.yaml`), query).toBe(true)
    if (path !== '/checker/') expect(existsSync(`content${path.replace(/\/$/, '')}.mdx`), path).toBe(true)
  }
})

test.each(causes.map(({ id, article }) => [id, article]))('cause %s has its article, %s', (_, article) => {
  expect(existsSync(`content/${article}.mdx`)).toBe(true)
})

function blocksOf(file: string, text: string): readonly Block[] {
  return [...text.matchAll(/^```(\w+)([^\n]*)\n([\s\S]*?)^```/gm)].map((match, i) => {
    const claims = new Map(
      (match[2] ?? '')
        .trim()
        .split(/\s+/)
        .map((word) => [word.split('=', 1)[0] ?? '', word.slice(word.indexOf('=') + 1)] as const),
    )
    return { title: `${file} block ${i + 1}`, claims, text: match[3] ?? '' }
  })
}

function asked(claims: ReadonlyMap<string, string>, name: string): (readonly [string, string])[] {
  const list = claims.get(name)?.split(',').filter(Boolean) ?? []
  return list.map(
    (each) => [each.split('@', 1)[0] ?? '', each.includes('@') ? each.slice(each.indexOf('@') + 1) : '*'] as const,
  )
}

/** The policy alone, with what an honest reader would have beside it: full rights at home for a trust policy or SCP, trust for an identity policy. */
function decide(
  { type, text, claims }: { type: PolicyType; text: string; claims: ReadonlyMap<string, string> },
  action: string,
  resource: string,
) {
  const principal = claims.get('as') ?? 'arn:aws:iam::123456789012:user/mateojackson'
  const open = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }
  const beside: PolicyInput[] = []
  if (type === 'scp') beside.push({ type: 'identity', document: open }, { type: 'scp', document: open })
  if (type === 'trust' && principal.startsWith('arn:')) beside.push({ type: 'identity', document: open })
  if (claims.has('trusted'))
    beside.push({
      type: 'trust',
      document: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole' }],
      },
    })
  const given = claims.get('context')
  const at = given?.lastIndexOf(':') ?? -1
  const context = given ? { [given.slice(0, at)]: given.slice(at + 1) } : {}
  return compile([{ type, text }, ...beside]).decide({ principal, action, resource, context })
}
