import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Case } from '../../src/advise/index.ts'
import { policyTypes } from '../../src/iam/index.ts'
import { hostile } from './hostile.ts'

const examples: readonly Case[] = readdirSync('content/examples').map((file) => {
  const { paste, policies = [], context } = parse(readFileSync(`content/examples/${file}`, 'utf8'))
  return { paste: paste ?? '', policies, ...(context ? { context } : {}) }
})
/** The large ones cost time and are tested as they are. */
const scraps = [
  ...[...hostile.values()].filter((text) => text.length < 2000),
  '"',
  '{',
  '}',
  '[',
  ']',
  '\n',
  ':',
  '*',
  '?',
  '\\',
  '${',
  'Deny',
  'NotAction',
  'null',
  '-1',
  '1e999',
  '\u2028',
  '🙂',
  '*:*',
  'arn:',
  'aws:SourceIp',
]

/** A case made of the site's examples, with cuts, repetitions and scraps put in. */
export function randomCase(random: (below: number) => number): Case {
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T
  const mutated = (text: string): string => {
    let now = text
    for (let times = random(4); times > 0; times--) {
      const at = random(now.length + 1)
      const to = Math.min(now.length, at + random(20))
      const middle = pick([
        pick(scraps),
        '',
        now.slice(at, to).repeat(1 + random(3)),
        pick(examples).paste.slice(0, random(200)),
      ])
      now = now.slice(0, at) + middle + now.slice(to)
    }
    return now
  }
  const base = pick(examples)
  const policies = [...base.policies, ...(random(3) === 0 ? pick(examples).policies : [])].map((policy) => ({
    ...policy,
    text: random(2) ? mutated(policy.text) : policy.text,
    ...(random(6) === 0 ? { type: pick(policyTypes) } : {}),
  }))
  return { ...base, paste: mutated(base.paste), policies }
}
