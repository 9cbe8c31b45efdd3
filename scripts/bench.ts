// npm run bench: rates, and ratios within one run, of every suite in test/bench. A file can also have a `report` of its own.
import { existsSync, globSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { Bench } from 'tinybench'
import { printGrowth } from '../test/bench/growth.ts'
import { run } from './run.ts'
import { dist } from './serve.ts'

/** The exports of a file in test/bench. Ratios are relative to the first task. `unit` is the item that one call of `fn` processes. */
export interface Suite {
  readonly title: string
  readonly tasks: readonly { readonly name: string; readonly fn: () => unknown; readonly times?: number }[]
}

for (const file of globSync('test/bench/*.bench.ts').sort()) {
  const { suite, report }: { suite: Suite; report?: () => readonly string[] | Promise<readonly string[]> } =
    await import(pathToFileURL(file).href)
  for (const line of (await report?.()) ?? []) console.log(line)
  const bench = new Bench({ time: 500 })
  for (const { name, fn } of suite.tasks) bench.add(name, fn)
  await bench.run()
  console.log(`\n${suite.title}`)
  const rates = bench.tasks.map(({ result }, i) =>
    'throughput' in result ? result.throughput.mean * (suite.tasks[i]?.times ?? 1) : 0,
  )
  suite.tasks.forEach(({ name }, i) => {
    const ratio = (rates[i] ?? 0) / (rates[0] || 1)
    console.log(
      `  ${name.padEnd(44)} ${Math.round(rates[i] ?? 0)
        .toLocaleString('en')
        .padStart(12)}/s  ×${ratio.toFixed(2)}`,
    )
  })
}

await printGrowth()

if (!existsSync(dist)) await run('astro', ['build', '--outDir', dist])
await import('./bench-typing.ts')
