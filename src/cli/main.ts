#!/usr/bin/env node
// The command line: the same engine as the page. The README ("The command line") has its contract.
import { nodeIo } from './node-io.ts'
import { run } from './run.ts'

process.exitCode = await run(process.argv.slice(2), nodeIo())
