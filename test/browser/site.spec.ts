// Every kind of page, on a laptop at one address and on a phone at the other, because the pages are the same: no request leaves the site, nothing is blocked, and axe finds no barriers.
import { axeFaults, axeFaultsIn } from './axe.ts'
import { openSearch } from './open-search.ts'
import { deep, root } from './sites.ts'
import { expect, hydrated, type Page, test } from './test.ts'

const sites = [root, deep]
const pages = [
  { name: 'home', path: '', title: /not authorized/ },
  { name: 'article', path: 'billing/not-authorized/', title: /Billing/ },
  { name: 'article with tables', path: 'messages/which-gate/', title: /gate/ },
  { name: 'article with a board', path: 'policies/how-aws-decides/', title: /How does AWS decide/ },
  { name: 'article with a picture and terms', path: 'policies/scp/', title: /Service control policy/ },
  { name: 'article with a table to filter', path: 'billing/pages-and-actions/', title: /Billing page/ },
  { name: 'article that makes links', path: 'tools/links/', title: /Link to the checker/ },
  { name: 'checker', path: 'checker/', title: /^Why was it denied/ },
  { name: 'checker with an answer', path: 'checker/?example=scp-region-lock', title: /^Why was it denied/ },
  { name: 'list of checks', path: 'checks/', title: /policy checks/ },
  { name: 'a check', path: 'checks/redundant-action/', title: /covered by another/ },
  { name: 'all services', path: 'reference/', title: /All AWS actions/ },
  { name: 'a service', path: 'reference/ce/', title: /Cost Explorer/ },
  { name: 'all policy elements', path: 'reference/elements/', title: /Policy elements/ },
  { name: 'all operators', path: 'reference/operators/', title: /Condition operators/ },
  { name: 'an operator', path: 'reference/operators/foranyvalue/', title: /ForAnyValue/ },
  { name: 'all global condition keys', path: 'reference/condition-keys/', title: /Global condition keys/ },
  { name: 'a condition key', path: 'reference/condition-keys/aws-sourceip/', title: /aws:SourceIp/ },
  { name: 'not found', path: 'no/such/page', title: /Not found/ },
]

/** Gathers what a page must not do: ask another origin for anything, or run into its own policy. */
async function watch(page: Page): Promise<{ readonly faults: readonly string[] }> {
  const faults: string[] = []
  const report = (fault: string): unknown => faults.push(fault)
  page.context().on('request', (request) => {
    const url = new URL(request.url())
    if (url.hostname !== 'localhost' && url.protocol !== 'data:' && url.protocol !== 'blob:')
      report(`request to ${request.url()}`)
  })
  page.on('requestfailed', (request) => {
    // Moving on to another page cancels requests that the first one still has open.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') report(`failed: ${request.url()}`)
  })
  page.on('pageerror', (error) => report(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/404/.test(message.text())) report(`console: ${message.text()}`)
  })
  await page.exposeFunction('reportViolation', report)
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { reportViolation } = window as unknown as { reportViolation: (fault: string) => void }
      reportViolation(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`)
    })
  })
  return { faults }
}

const onPhone = { viewport: { width: 360, height: 740 }, hasTouch: true }

for (const { name, path, title } of pages) {
  // Without a server, an address that leads nowhere shows another page.
  const tag = name === 'not found' ? '@server' : []

  async function opened(page: Page, site: string, theme: 'light' | 'dark') {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const { faults } = await watch(page)
    await page.goto(site + path)
    await expect(page).toHaveTitle(title)
    await page.waitForLoadState('networkidle')
    if (name !== 'not found') await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    if (path.includes('example=')) await expect(page.locator('[data-decision="explicitDeny"]').first()).toBeVisible()
    return { faults }
  }

  test(`${name} at /, on a laptop, in both themes`, { tag }, async ({ page }) => {
    const { faults } = await opened(page, root, 'light')
    expect(await axeFaults(page)).toEqual([])
    expect(faults).toEqual([])
  })

  test.describe('on a phone', () => {
    test.use(onPhone)

    test(`${name} at /a/b/, dark: nothing scrolls sideways but what the keyboard reaches`, { tag }, async ({
      page,
    }) => {
      const { faults } = await opened(page, deep, 'dark')
      const [shown, whole] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth])
      expect(whole).toBe(shown)
      expect(await axeFaultsIn(page, 'dark')).toEqual([])
      expect(faults).toEqual([])
    })
  })
}

for (const site of sites) {
  test.describe(`at ${new URL(site).pathname}`, () => {
    test('the home page hands what was pasted to the checker', async ({ page }) => {
      const { faults } = await watch(page)
      await page.goto(site)
      await page
        .getByLabel('Paste the error you got')
        .fill('User: arn:aws:iam::123456789012:user/mateojackson is not authorized to perform: billing:GetBillingData')
      await page.getByRole('button', { name: 'Find out why' }).click()
      await expect(page).toHaveURL(`${site}checker/`)
      await expect(page.locator('#wd-result').getByText('billing:GetBillingData').first()).toBeVisible()
      expect(faults).toEqual([])
    })

    test('whatever is pasted arrives as it is, and as text', async ({ page }) => {
      const { faults } = await watch(page)
      const pasted = 'AccessDenied <img src=x onerror=alert(1)> 100% a+b #paste=& “ü” {"a":\n"b"}'
      await page.goto(site)
      await page.getByLabel('Paste the error you got').fill(pasted)
      await page.getByRole('button', { name: 'Find out why' }).click()
      await expect(page.getByRole('textbox', { name: 'Paste the error you got' })).toHaveValue(pasted)
      await expect(page).toHaveURL(`${site}checker/`)
      await expect(page.locator('img[src="x"]')).toHaveCount(0)
      expect(faults).toEqual([])
    })

    test('a text that is too long for an address is not handed over, and the page says so', async ({ page }) => {
      await page.goto(site)
      await page.getByLabel('Paste the error you got').fill('AccessDenied '.repeat(3_000))
      await page.getByRole('button', { name: 'Find out why' }).click()
      await expect(page.getByRole('status').filter({ hasText: 'too long' })).toBeVisible()
      await expect(page).toHaveURL(site)
      await page.getByRole('button', { name: 'Find out why' }).click()
      await expect(page).toHaveURL(`${site}checker/`)
    })

    test('a secret pasted on the home page is gone at once', async ({ page }) => {
      await page.goto(site)
      const box = page.getByLabel('Paste the error you got')
      await box.fill(`key ${['AKIA', 'IOSFODNN7EXAMPLE'].join('')} denied`)
      await expect(box).toHaveValue('key [access key ID removed] denied')
      await expect(page.getByRole('status').filter({ hasText: 'taken out' })).toBeVisible()
    })

    test('search finds an article by the words of an error', async ({ page }) => {
      const { faults } = await watch(page)
      await page.goto(`${site}billing/not-authorized/`)
      await page.getByRole('button', { name: 'Search' }).first().click()
      await page.getByRole('searchbox', { name: 'Search' }).fill('PassRole')
      await expect(page.locator('site-search .found a').first()).toHaveAttribute('href', /pass-role\/$/)
      expect(faults).toEqual([])
    })

    test('links in articles stay inside the site', async ({ page }) => {
      await page.goto(`${site}billing/not-authorized/`)
      await page.getByRole('link', { name: 'Open the checker with this example' }).click()
      await expect(page).toHaveURL(`${site}checker/?example=billing-get-widget`)
      await page.goto(`${site}billing/pass-role/`)
      await page.locator('a.site-title').click()
      await expect(page).toHaveURL(site)
    })

    test('a page that is not there leads to the site’s parts, and searches for the words of the address', async ({
      page,
    }) => {
      await page.goto(`${site}deep/iam%20roles/pass-rle.html`)
      await expect(page.getByRole('link', { name: 'Checker', exact: true })).toHaveAttribute('href', `${site}checker/`)
      await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('iam roles pass rle')
      await page.getByRole('button', { name: 'Search' }).click()
      await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('iam roles pass rle')
      await expect(page.locator('site-search .found a').first()).toBeVisible()
      await expect(page).toHaveURL(site)
      await page.goto(`${site}messages/not-a-refusal/#check`)
      await expect(page).toHaveURL(`${site}messages/not-a-denial/#check`)
    })
  })
}

test('asides, anchors and the sidebar are rendered', async ({ page }) => {
  await page.goto('billing/not-authorized/')
  await expect(page.locator('.starlight-aside').first()).toBeVisible()
  await expect(page.locator('.sl-heading-wrapper a').first()).toBeAttached()
  expect(await page.locator('#starlight__sidebar a').count()).toBeGreaterThan(6)
})

test('the theme can be changed, and stays', async ({ page }) => {
  await page.goto('billing/not-authorized/')
  await page.getByLabel('Select theme').first().selectOption('dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('the watch over requests sees those of the worker, too', async ({ page }) => {
  const asked: string[] = []
  let threads = 0
  page.on('worker', () => threads++)
  page.context().on('request', (request) => asked.push(request.url()))
  await page.goto('checker/?example=scp-region-lock')
  await expect(page.locator('[data-decision="explicitDeny"]').first()).toBeVisible()
  const fetched = asked.filter((url) => url.endsWith('/reference/ce.json')).length
  expect(fetched).toBeGreaterThan(0)
  // A slow machine can end a thread that no one waits for anymore, and start another one. Each fetches the file once.
  expect(fetched).toBeLessThanOrEqual(threads)
})

test('header and footer lead to the checker and to the articles', async ({ page }) => {
  await page.goto('start/what-it-does/')
  await page.getByRole('banner').getByRole('link', { name: 'Docs' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Docs')
  await page.getByRole('navigation', { name: 'This site' }).getByRole('link', { name: 'Checker', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Why was it denied?')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('articles can be read, and the home page says what needs it', async ({ page }) => {
    const home = await page.goto('')
    expect(await home?.text()).toContain('needs JavaScript')
    await page.getByRole('link', { name: 'I want to view my access keys' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('I want to view my access keys')
  })
})

test('every page carries a policy that lets nothing out', { tag: '@server' }, async ({ request }) => {
  for (const { path } of pages) {
    const html = await (await request.get(path)).text()
    const [, content] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? []
    expect(content, path).toContain("default-src 'none'")
    expect(content).not.toContain("'unsafe-inline'")
    expect(content).not.toContain("'unsafe-eval'")
  }
})

test('an article shows what the engine says of its messages and policies, and leads into the checker', async ({
  page,
}) => {
  await page.goto('messages/anatomy/')
  const [first] = await page.locator('.says').all()
  await expect(first ?? page.locator('none')).toContainText('Action: ce:GetCostAndUsage')
  await first?.getByRole('link', { name: 'Open it in the checker' }).click()
  await expect(page.getByRole('textbox', { name: 'Paste the error you got' })).toHaveValue(/ce:GetCostAndUsage/)
  await page.goto('billing/pass-role/')
  await expect(page.locator('.says').filter({ hasText: 'The evaluator says' }).first()).toContainText('allowed')
})

test('searching for a pasted error finds the article about it first, at any path', async ({ page }) => {
  await page.goto(`${deep}billing/not-authorized/`)
  const box = await openSearch(page)
  await box.fill(
    'User: arn:aws:iam::1:user/x is not authorized to perform: ec2:RunInstances with an explicit deny in a service control policy',
  )
  const first = page.locator('.wd-best a').first()
  await expect(first).toHaveAttribute('href', `${deep}messages/scp-explicit/`)
  await first.click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('every page has a Markdown twin, and llms.txt leads to them', { tag: '@server' }, async ({ request }) => {
  const index = await (await request.get('llms.txt')).text()
  const twins = [...index.matchAll(/\]\(([^)]+\/index\.md)\)/g)].map(([, path = '']) => path)
  expect(twins.length).toBeGreaterThan(600)
  for (const path of [twins[0], twins.at(-1), 'policies/rules/index.md', 'index.md']) {
    const twin = await request.get(path ?? '')
    expect(twin.status()).toBe(200)
    expect(await twin.text()).toMatch(/^# /)
  }
})

test('the table of Billing pages is filtered by a word, and by an action that a pattern covers', async ({ page }) => {
  await page.goto(`${deep}billing/pages-and-actions/`)
  const rows = page.locator('filter-table tbody tr')
  const all = await rows.count()
  expect(all).toBeGreaterThan(30)
  const box = page.getByRole('searchbox', { name: 'A page, a task, or an action' })
  await box.fill('billing:GetBillingData')
  await expect(rows.filter({ hasText: 'Data Exports', visible: true })).toHaveCount(0)
  await expect(rows.filter({ hasText: 'Bills', visible: true })).not.toHaveCount(0)
  await box.fill('redeem')
  await expect(rows.filter({ visible: true })).toHaveCount(1)
  await expect(page.locator('filter-table output')).toHaveText(`1 of ${all} rows`)
  await box.fill('')
  await expect(rows.filter({ visible: true })).toHaveCount(all)
})

test('services are filtered by a word and by the policy types that apply to them', async ({ page }) => {
  await page.goto(`${deep}services/?word=sqs`)
  const shown = page.locator('gates-table tbody tr:visible')
  await expect(shown).toHaveCount(1)
  await expect(shown).toContainText('Amazon SQS')
  await page.getByRole('searchbox', { name: 'Part of a name' }).fill('')
  await page.getByRole('checkbox', { name: 'RCPs' }).check()
  await page.getByRole('checkbox', { name: 'AWS RAM' }).check()
  await expect(shown.filter({ hasText: 'Amazon SNS' })).toHaveCount(0)
  await expect(shown.filter({ hasText: 'Amazon S3' }).first()).toBeVisible()
})

test('articles are found by a page of AWS that they were compared with', async ({ page }) => {
  await page.goto(`${deep}sources/`)
  const shown = page.locator('filter-table tbody tr:visible')
  await page.getByRole('searchbox', { name: 'An article, a page of AWS, or a date' }).fill('End of three support plans')
  await expect(shown).toHaveCount(1)
  await expect(
    shown.getByRole('link', { name: 'I cannot open a support case or change the support plan' }),
  ).toBeVisible()
  await expect(shown).toContainText('support-console:*')
})

test('the footer warns when the data is older than 90 days, and only then', async ({ page }) => {
  const note = page.getByText('This copy of the site knows AWS as of')
  await page.clock.setFixedTime('2026-11-28T12:00:00Z')
  await page.goto(`${deep}billing/not-authorized/`)
  await expect(page.getByRole('navigation', { name: 'This site' })).toBeVisible()
  await expect(note).toBeHidden()
  await page.clock.setFixedTime('2028-01-01T12:00:00Z')
  await page.reload()
  await expect(note).toBeVisible()
})

test('the search understands slips, and offers ways on where nothing fits', async ({ page }) => {
  await page.goto(`${deep}billing/not-authorized/`)
  const box = await openSearch(page)
  const first = page.locator('site-search .found a').first()
  await box.fill('permisson boundry')
  await expect(first).toHaveAttribute('href', /permissions-boundary|boundary-implicit/)
  await box.fill('xqzwvkj')
  await expect(page.getByText('No page has these words.')).toBeVisible()
  await expect(page.locator('.ways a')).toHaveCount(3)
  await box.fill('pass role')
  await expect(first).toHaveAttribute('href', /pass-role/)
  await box.press('Enter')
  await expect(page).toHaveURL(/pass-role/)
})

test('before anything is typed, the search shows what it understands; the arrow keys and a click ask it', async ({
  page,
}) => {
  await page.goto(`${deep}billing/not-authorized/`)
  const box = await openSearch(page)
  const asks = page.locator('site-search [data-ask]')
  await expect(asks.first()).toBeVisible()
  await box.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(asks.nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(box).toHaveValue('rotate an access key')
  await expect(page.locator('site-search .found a').first()).toHaveAttribute('href', /rotate-access-key/)
  await expect(page.locator('site-search .found .where').first()).toHaveText('Credentials')
  await expect(asks.first()).toBeHidden()
  await box.fill('')
  await asks.filter({ hasText: 'iam:PassRole' }).click()
  await expect(page.locator('site-search .found a').first()).toHaveAttribute('href', /pass-role/)
})

test('a page in dark colors is printed in light ones', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  const background = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  for (const path of ['billing/not-authorized/', 'checker/', 'account/']) {
    await page.goto(deep + path)
    await hydrated(page)
    const onScreen = await background()
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await background()).toBe('rgb(255, 255, 255)')
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    expect(await background()).toBe(onScreen)
    expect(onScreen).not.toBe('rgb(255, 255, 255)')
  }
})

test('on a phone nothing is wider than the screen, and the table of an operator’s decisions is whole', async ({
  page,
}) => {
  const paths = [
    '',
    'docs/',
    'billing/not-authorized/',
    'reference/',
    'reference/ec2/',
    'checks/',
    'compare/',
    'account/',
    'used/',
    'guides/billing-access/',
    '404.html',
  ]
  for (const path of [...paths, 'reference/operators/arnlike/']) {
    await page.setViewportSize({ width: 320, height: 700 })
    await page.goto(deep + path)
    await hydrated(page)
    expect(await over(page), `${path} at 320 pixels`).toBeLessThanOrEqual(0)
    await page.setViewportSize({ width: 390, height: 700 })
    expect(await over(page), `${path} at 390 pixels`).toBeLessThanOrEqual(0)
  }
  const decided = page.locator('.scrolling-table:has(.decided)')
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 700 })
    expect(await decided.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(1)
  }
})

/** By how many pixels the page is wider than the screen. */
const over = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

test('a term in the lead of a page looks like one in its text', async ({ page }) => {
  await page.goto(`${deep}reference/condition-keys/`)
  const term = page.locator('.lead a.term').first()
  await expect(term).toHaveCSS('text-decoration-style', 'dotted')
  const [own, around] = await term.evaluate((link) => [
    getComputedStyle(link).color,
    getComputedStyle(link.closest('.lead') ?? link).color,
  ])
  expect(own).toBe(around)
})
