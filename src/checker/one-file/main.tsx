// The checker in one file: the same panels, with all that they need inside.
import { render } from 'preact'
import '../../controls/light-on-paper.ts'
import { Checker } from '../Checker.tsx'
import { answerFetches, settingsFile, unpack } from './embedded.ts'

const textOf = (id: string): string => document.getElementById(id)?.textContent ?? ''
const files = unpack(textOf('wd-files')).then((packed) => new Map([...packed, [settingsFile, textOf('wd-settings')]]))
answerFetches(files)
const { examples, version } = JSON.parse((await files).get('checker.json') ?? '{}')
const place = document.getElementById('wd-place')
// The articles are not in it: nothing leads to them.
if (place) render(<Checker about={JSON.stringify({ examples, articles: [], version })} />, place)
