// What a picture of an article is: boxes, arrows, and words. A unit is a pixel of a phone 360 wide.

/** A box with a title and lines below it. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** group: holds others. thing: a person, a role, a resource. must: a policy that has to allow. limit: one that must not be against it. */
  readonly kind: 'group' | 'thing' | 'must' | 'limit'
  readonly title: string
  readonly lines: readonly string[]
}

/** An arrow, and words to its right. */
export interface Arrow {
  readonly from: readonly [x: number, y: number]
  readonly to: readonly [x: number, y: number]
  readonly lines: readonly string[]
}

export interface Picture {
  readonly height: number
  /** The whole picture in words, for who does not see it and for the Markdown twin. */
  readonly alternative: string
  readonly boxes: readonly Box[]
  readonly arrows: readonly Arrow[]
}

export const pictureWidth = 360
export const lineHeight = 17
export const padding = 9

/** High enough for its title and its lines. */
export const boxHeight = (lines: readonly string[]): number => 2 * padding + lineHeight * (1 + lines.length) - 2
