// Every policy in an article does what the article says it does, every message is read as it says, every link leads somewhere.
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { seenMessages, whereSeen } from '../../content/seen-messages.ts'
import { causes } from '../../src/advise/index.ts'
import { comparisonExamples } from '../../src/compare-page/examples.ts'
import { readDenial } from '../../src/denial/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { policyTypes } from '../../src/iam/index.ts'
import { checks, lint } from '../../src/lint/index.ts'
import { findAction, findRetired, retiredActions } from '../../src/reference/index.ts'
import { checkSlug } from '../../src/session/check-slug.ts'
import { decide, questions } from '../../src/site/articles/ask-policy.ts'
import { claimNames } from '../../src/site/articles/claims.ts'
import { billingShelf } from '../../src/site/billing-shelf.ts'
import { guides as forms } from '../../src/site/guides/index.ts'
import { llmsShelves } from '../../src/site/shelves.ts'
import { readArticle } from './article.ts'

const articles = globSync('content/**/*.mdx')
  .map((file) => file.replaceAll('\\', '/'))
  .map((file) => readArticle(file, readFileSync(file, 'utf8')))
/** Articles that state what AWS does. The page of rules has a source behind every rule. */
const guides = articles.filter(
  ({ file }) =>
    /^content\/(billing|messages|policies|roles|credentials|start)\//.test(file) &&
    !['content/policies/rules.mdx', 'content/start/what-it-does.mdx'].includes(file),
)
const blocks = articles.flatMap((article) => article.blocks)
const policies = blocks.filter(({ claims }) => claims.has('policy'))
const messages = blocks.filter(({ claims }) => claims.has('message'))
const reference = await loadReference()

test('articles, policies and messages are found at all', () => {
  expect(guides.length).toBeGreaterThanOrEqual(90)
  expect(policies.length).toBeGreaterThanOrEqual(100)
  expect(messages.length).toBeGreaterThanOrEqual(100)
})

test.each(blocks)('$title makes only claims that are tested', ({ claims }) => {
  expect([...claims.keys()].filter((name) => !claimNames.has(name))).toEqual([])
})

test('every policy and every message in an article is tested', () => {
  const untested = blocks.filter(
    ({ title, claims, language, text }) =>
      // test/package and test/site/links.test.ts run the programs of these pages.
      !/^content\/tools\/(?:api|links)\.mdx:/.test(title) &&
      !claims.has('policy') &&
      !claims.has('message') &&
      (language === 'json' || isMessage(text)),
  )
  expect(untested.map(({ title }) => title)).toEqual([])
  expect(articles.filter(({ prose }) => isMessage(prose)).map(({ file }) => file)).toEqual([])
})

const isMessage = (text: string): boolean =>
  /"Statement"|is not authorized to perform: |You don['’]t have permission to|An error occurred \(/.test(text)

describe.each(policies)('the policy at $title', ({ claims, text }) => {
  const type = policyTypes.find((known) => known === claims.get('policy'))
  const allows = [...questions(claims, 'allows'), ...questions(claims, 'spares')]
  const denies = questions(claims, 'denies')
  /** A Deny with a condition needs no Allow of its own, and must stop nothing without its context. */
  const isConditionalDeny = type === 'identity' && !text.includes('"Allow"') && claims.has('context')

  test('has a known type, and says what it allows and what not', () => {
    expect(policyTypes).toContain(type)
    expect(allows.length > 0 || isConditionalDeny).toBe(true)
    expect(denies.length > 0 || claims.has('context')).toBe(true)
  })

  if (!type) return

  test('is the JSON that AWS takes, without an error or a warning', () => {
    // A folded finding repeats what Access Analyzer reports although nothing needs to change.
    const findings = lint({ text, policyType: type, reference }).filter(
      (finding) => finding.type !== 'SUGGESTION' && !finding.folded,
    )
    expect(findings.map(({ code, line, message }) => `${code}, line ${line}: ${message}`)).toEqual([])
  })

  test.each([...allows, ...denies])('AWS knows the action $action', ({ action }) => {
    expect(findAction(reference, action).known).toBe('yes')
  })

  test.each(allows)('allows $action on $resource', (asked) => {
    expect(decide({ type, text, claims }, asked)).toBe('allowed')
  })

  test.each(denies)('does not allow $action on $resource', (asked) => {
    expect(decide({ type, text, claims }, asked)).toMatch(/^(im|ex)plicitDeny$/)
  })

  test.each(isConditionalDeny ? denies : [])('denies $action in its context only', (asked) => {
    const without = new Map([...claims].filter(([name]) => name !== 'context'))
    expect(decide({ type, text, claims: without }, asked)).toBe('allowed')
  })

  test.each(claims.has('context') ? questions(claims, 'allows') : [])('needs its context for $action', (asked) => {
    const without = new Map([...claims].filter(([name]) => name !== 'context'))
    expect(decide({ type, text, claims: without }, asked)).toMatch(/^(im|ex)plicitDeny$/)
  })
})

test.each(messages)('the message at $title is AWS’s usual form, or it says where it was seen', ({ text }) => {
  expect(whereSeen(text)).toBeDefined()
})

test('AWS’s usual form with something added to it needs a record', () => {
  const message = 'User: arn:aws:iam::111122223333:user/a is not authorized to perform: budgets:ViewBudget'
  expect(whereSeen(message)).toBeDefined()
  expect(
    whereSeen(`${message} (IAM user/role access to Billing information is DISABLED in Account Settings)`),
  ).toBeUndefined()
})

test('every record of a seen message belongs to a message in an article', () => {
  const unused = seenMessages.filter(({ says }) => !messages.some(({ text }) => text.includes(says)))
  expect(unused).toEqual([])
})

test.each(messages)('the message at $title is read as it says', ({ claims, text }) => {
  const { kind, action } = readDenial(text)
  expect(kind).toBe(claims.get('message'))
  expect(action).toBe(claims.get('action'))
})

/** Pages that are made of code and data; the browser tests open them. */
const madeByTheSite: ReadonlySet<string> = new Set([
  '/checker.html',
  '/checker/',
  '/checks/',
  '/sources/',
  '/reference/',
  ...forms.map(({ id }) => `/guides/${id}/`),
  ...checks.map(({ code }) => `/checks/${checkSlug(code)}/`),
  ...[...reference.prefixes.keys()].map((prefix) => `/reference/${prefix}/`),
])

test.each(articles)('$file links to its own headings', ({ ownAnchors, anchors }) => {
  expect(ownAnchors.filter((anchor) => !anchors.has(anchor))).toEqual([])
})

test.each(articles)('$file links to pages, headings and examples that exist', ({ links }) => {
  for (const { path, example, anchor } of links) {
    // The Account page and the one about used permissions have one example each.
    if (path === '/account/' || path === '/used/') continue
    if (path === '/compare/') {
      if (example !== undefined) expect(comparisonExamples.map(({ id }) => id)).toContain(example)
      continue
    }
    if (example !== undefined) expect(existsSync(`content/examples/${example}.yaml`), `example ${example}`).toBe(true)
    if (madeByTheSite.has(path)) continue
    const page = articles.find(({ file }) => file === `content${path.replace(/\/$/, '')}.mdx`)
    expect(page?.file, `page ${path}`).toBeDefined()
    if (anchor !== undefined) expect([...(page?.anchors ?? [])], `heading of ${path}`).toContain(anchor)
  }
})

test.each(guides)(
  '$file says when it was compared with which pages of AWS, and links to what the date means',
  ({ prose }) => {
    expect(prose).toMatch(/^\[Compared\]\(\/start\/what-it-does\/#dates-of-sources\) on \d{4}-\d\d-\d\d: /m)
    expect(prose).toMatch(/\]\(https:\/\/(docs\.aws\.amazon\.com|repost\.aws)\//)
  },
)

test.each(guides)('$file leads to the checker with an example', ({ links }) => {
  expect(links.filter(({ example }) => example).length).toBeGreaterThan(0)
})

const steps = ['Symptom', 'What it means', 'Check', 'Fix', 'Verify', 'Sources']
/** Shelves on which every article goes from the symptom to the proof; others explain. */
const repairs = guides.filter(({ file }) => /^content\/(billing|credentials|roles)\//.test(file))

test.each(repairs)('$file goes from the symptom to the proof', ({ headings }) => {
  expect(headings.filter((heading) => steps.includes(heading))).toEqual(steps)
})

test.each(guides)('$file has a title and a description of its own', ({ title, description }) => {
  expect(articles.filter((other) => other.title === title).length).toBe(1)
  expect(articles.filter((other) => other.description === description).length).toBe(1)
  expect(description.length).toBeGreaterThan(40)
})

const shelves = [...new Set(articles.map(({ file }) => file.split('/')[1] ?? ''))].filter((name) => !name.includes('.'))

test('each article about Billing is in one group of the sidebar', () => {
  const names = readdirSync('content/billing').map((file) => file.replace(/\.mdx$/, ''))
  expect(billingShelf.flatMap((group) => group.articles).toSorted()).toEqual(names.toSorted())
})

test.each(shelves)('the folder %s is in the sidebar and in llms.txt', (shelf) => {
  const listed =
    shelf === 'billing' || readFileSync('astro.config.mjs', 'utf8').includes(`directory: 'content/${shelf}'`)
  expect(listed).toBe(true)
  expect(llmsShelves.map(([folder]) => folder)).toContain(shelf)
})

/** Commands in blocks and in prose. */
const commands = articles.flatMap(({ file, blocks: own, prose }) =>
  [...own.map(({ text }) => text), ...[...prose.matchAll(/`(aws [^`]+)`/g)].map(([, command = '']) => command)]
    .flatMap((text) => text.split('\n'))
    .filter((line) => /(?:^|[\s(])aws [a-z]/.test(line))
    .map((command) => ({ file, command })),
)

test('commands work in every shell: brackets are quoted, and dates are computed', () => {
  expect(commands.length).toBeGreaterThan(300)
  const unquoted = commands.filter(({ command }) => /--query [^"'\s]*[[\]]/.test(command))
  const dated = commands.filter(({ command }) => /(?:Start|End)=20\d\d|--start-date 20\d\d/.test(command))
  expect([...unquoted, ...dated]).toEqual([])
})

/** Error codes, each with the article where its anchor is: links such as /messages/expired-token/#ExpiredTokenException stay right. */
test.each([
  [
    'credentials/rejected-credentials',
    'ExpiredToken',
    'InvalidClientTokenId',
    'SignatureDoesNotMatch',
    'RequestTimeTooSkewed',
  ],
  ['messages/expired-token', 'ExpiredToken', 'ExpiredTokenException'],
  ['messages/invalid-key', 'AuthFailure', 'InvalidAccessKeyId', 'InvalidToken', 'UnrecognizedClientException'],
  ['messages/quota', 'LimitExceeded', 'VcpuLimitExceeded'],
  ['messages/opt-in-and-quota', 'OptInRequired', 'PendingVerification'],
  ['messages/throttling', 'RequestLimitExceeded', 'SlowDown', 'ThrottlingException'],
  ['messages/encoded-message', 'UnauthorizedOperation'],
  ['messages/cloudtrail', 'AccessDenied', 'AccessDeniedException'],
  ['messages/not-a-denial', 'ConditionalCheckFailedException', 'DryRunOperation', 'ResourceNotFoundException'],
  ['messages/clock', 'RequestTimeTooSkewed'],
  ['messages/signature', 'SignatureDoesNotMatch'],
])('%s has an anchor for each error code', (page, ...codes) => {
  const article = articles.find(({ file }) => file === `content/${page}.mdx`)
  expect(codes.filter((code) => !article?.anchors.has(code))).toEqual([])
})

/** Words of a sentence that says what a command prints, or what to look for in it. */
const saysWhatItPrints =
  /[Yy]ou should(?:n't)? see|prints?\b|shows?\b|\bmeans?\b|should|answers?\b|lists\b|says\b|look for|Search the output|must be|is the|nothing/i

test('next to each command of an article is what it prints', () => {
  const silent = articles
    .filter(({ file }) => !/^content\/(?:hosting|tools|start)\//.test(file))
    .flatMap(({ file }) => {
      const source = readFileSync(file, 'utf8')
      return [...source.matchAll(/^[ \t]*```sh\n([\s\S]*?)^[ \t]*```/gm)].flatMap(
        ({ 0: whole, 1: code = '', index }) => {
          const around =
            source.slice(Math.max(0, index - 200), index) + source.slice(index + whole.length).slice(0, 400)
          return /^\s*aws /m.test(code) && !saysWhatItPrints.test(around) ? [`${file}: ${code.trim()}`] : []
        },
      )
    })
  expect(silent).toEqual([])
})

test('placeholders in commands are words in angle brackets', () => {
  const wrong = commands.filter(({ command }) => /<[A-Z]>|<[a-z][\w-]*>|\bYOUR[-_]|s3:\/\/[A-Z]/.test(command))
  expect(wrong).toEqual([])
})

/** Places where the shell is known: build systems, and servers. */
const oneShell = /^content\/(?:hosting|tools)\/|roles\/(?:github-oidc|oidc-others)/

test('commands that only bash and zsh understand have a PowerShell tab', () => {
  const alone = articles
    .filter(({ file }) => !oneShell.test(file))
    .flatMap(({ file }) =>
      [
        ...readFileSync(file, 'utf8')
          .replaceAll(/<Tabs>[\s\S]*?<\/Tabs>/g, '')
          .matchAll(/```sh\n([\s\S]*?)```/g),
      ]
        .filter(([, block = '']) =>
          /date -u|^\s*(?:export|unset) | \| (?:grep|sort|jq)|\/dev\/|'\{"|"\$[A-Z(]/m.test(block),
        )
        .map(([, block]) => `${file}: ${block}`),
    )
  expect(alone).toEqual([])
})

/** In prose: `ce:GetTags`, `billing:Get*`. Keys of conditions look alike, and have a service or aws in front as well. */
const named = articles.flatMap(({ file, prose }) =>
  [...prose.matchAll(/`([a-z][a-z0-9-]*):([A-Z][A-Za-z0-9]*\*?)`/g)].map(([, prefix = '', action = '']) => ({
    file,
    prefix,
    action,
  })),
)

test('actions in the prose are found at all', () => {
  expect(named.length).toBeGreaterThan(300)
})

test('every action in the prose is one that AWS has', () => {
  const wrong = named.filter(({ prefix, action }) => !knows(prefix, action))
  expect(wrong.map(({ file, prefix, action }) => `${file}: ${prefix}:${action}`)).toEqual([])
})

/** Names that an article calls wrong, invented, or newer than the data. */
const onPurpose: ReadonlySet<string> = new Set(['billing:GetWidget', 's3:ListObjects', 'iam:UpdateDelegationRequest'])

function knows(prefix: string, action: string): boolean {
  if (prefix === 'aws' || onPurpose.has(`${prefix}:${action}`)) return true
  if (findRetired(`${prefix}:${action}`)) return true
  const service = reference.services.get(prefix)
  const isKey = service?.conditionKeys.has(`${prefix}:${action}`.toLowerCase()) ?? false
  const names = [...(service?.actions.keys() ?? [])]
  const start = action.replace('*', '').toLowerCase()
  return isKey || names.some((name) => (action.endsWith('*') ? name.startsWith(start) : name === start))
}

test.each(readdirSync('content/examples').filter((file) => file.endsWith('.yaml')))(
  'the example %s is shown by an article',
  (name) => {
    const shown = articles.flatMap(({ links }) => links.map(({ example }) => `${example}.yaml`))
    expect(shown).toContain(name)
  },
)

test.each(causes)('the cause $id has its article, $article', ({ article }) => {
  expect(existsSync(`content/${article}.mdx`)).toBe(true)
})

test('what is new: every change has a date, the newest first, a source, old advice and what to do instead', () => {
  const { prose } = readArticle('new', readFileSync('content/start/what-is-new.mdx', 'utf8'))
  const changes = prose.split('\n### ').slice(1)
  expect(changes.length).toBeGreaterThan(10)
  const years = changes.map((change) => Number(/^[A-Za-z ]*(20\d\d)[^:\n]*: /.exec(change)?.[1]))
  expect(years).toEqual(years.toSorted((a, b) => b - a))
  for (const change of changes) {
    expect(change).toMatch(/\(\[source\]\(https:\/\/(docs\.)?aws\.amazon\.com\//)
    expect(change).toMatch(/^- Wrong now: /m)
    expect(change).toMatch(/^- Instead: .*\]\(\//m)
  }
})

test.each(retiredActions)(
  'the article about retired actions knows $action and what took its place',
  ({ action, replacedBy }) => {
    const { prose } = readArticle('retired', readFileSync('content/billing/retired-actions.mdx', 'utf8'))
    const row = prose.split('\n').find((line) => line.startsWith(`| \`${action}\` |`)) ?? ''
    const names = [...row.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
    const covered = (each: string): boolean =>
      names.some((name) => (name.endsWith('*') ? each.startsWith(name.slice(0, -1)) : name === each))
    expect(row).not.toBe('')
    expect(replacedBy.filter((each) => !covered(each) && !row.includes(`of \`${each.split(':', 1)[0]}\``))).toEqual([])
  },
)
