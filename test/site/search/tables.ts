// All tables of phrases, in the order in which they were written.
import { eighthHundred } from './eighth-hundred.ts'
import { eleventhSixty } from './eleventh-sixty.ts'
import { fifteenthSet } from './fifteenth-set.ts'
import { fifthHundred } from './fifth-hundred.ts'
import { fourteenthSet } from './fourteenth-set.ts'
import { afterThat, fourth, short, third } from './fresh.ts'
import { afterwards, everyday, halfSentences, last } from './half-sentences.ts'
import { firstHundred, fourthHundred, secondHundred, thirdHundred } from './hundreds.ts'
import { ninthFifty } from './ninth-fifty.ts'
import { pastes } from './pastes.ts'
import { blind, ours, reviewed, type Wanted } from './phrases.ts'
import { readers } from './readers.ts'
import { seventhHundred } from './seventh-hundred.ts'
import { sixthHundred } from './sixth-hundred.ts'
import { tenthSixty } from './tenth-sixty.ts'
import { thirteenthSet } from './thirteenth-set.ts'
import { twelfthSet } from './twelfth-set.ts'
import { firstUnseen, secondUnseen, thirdUnseen } from './unseen.ts'

export interface Table {
  readonly name: string
  readonly phrases: readonly Wanted[]
}

export const tables: readonly Table[] = [
  { name: '40 phrases of the review', phrases: reviewed },
  { name: '60 phrases of ours', phrases: ours },
  { name: '30 pasted errors', phrases: pastes },
  { name: '50 phrases that the ranking wasn’t tuned for', phrases: blind },
  { name: '91 phrases and pastes', phrases: firstUnseen },
  { name: '77 more', phrases: secondUnseen },
  { name: '50 more', phrases: thirdUnseen },
  { name: '151 half sentences, errors, and words of other languages', phrases: halfSentences },
  { name: '101 questions', phrases: everyday },
  { name: '100 phrases looked at after the changes', phrases: afterwards },
  { name: '50 phrases that the search was never tuned for', phrases: last },
  { name: '100 short phrases of every topic', phrases: short },
  { name: '50 more, written after the search had learned from those', phrases: afterThat },
  { name: '50 more of those', phrases: third },
  { name: 'a fourth fifty', phrases: fourth },
  { name: '100 sloppy phrases, with two services or two common words', phrases: firstHundred },
  { name: 'a second hundred', phrases: secondHundred },
  { name: 'a third hundred', phrases: thirdHundred },
  { name: 'a fourth hundred', phrases: fourthHundred },
  { name: 'a fifth hundred', phrases: fifthHundred },
  { name: 'a sixth hundred', phrases: sixthHundred },
  { name: 'a seventh hundred', phrases: seventhHundred },
  { name: 'the readers’ tasks', phrases: readers },
  { name: 'an eighth hundred', phrases: eighthHundred },
  { name: 'a ninth set of fifty', phrases: ninthFifty },
  { name: 'a tenth set of sixty', phrases: tenthSixty },
  { name: 'an eleventh set of sixty', phrases: eleventhSixty },
  { name: 'a twelfth set of a hundred and sixty', phrases: twelfthSet },
  { name: 'a thirteenth set of ninety-five', phrases: thirteenthSet },
  { name: 'a fourteenth set of sixty', phrases: fourteenthSet },
  { name: 'a fifteenth set of forty', phrases: fifteenthSet },
]
