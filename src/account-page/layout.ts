// Loaded when the map is first shown: no other part of the page needs a force simulation.
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force'
import { select } from 'd3-selection'
import { zoom, zoomIdentity } from 'd3-zoom'
import type { Reach } from '../account/index.ts'

/** A node's place, in the units of the drawing. */
export interface Place {
  readonly x: number
  readonly y: number
}

interface Placed extends SimulationNodeDatum {
  readonly id: string
  readonly column: number
}

const columns = { user: 0, group: 1, role: 2 } as const
const ticks = 200

/** Places nodes: users on the left, groups in the middle, roles on the right; neighbors near each other. The same graph gets the same picture. */
export function placesOf({ nodes, edges }: Reach): ReadonlyMap<string, Place> {
  const placed = nodes.map(
    ({ id, kind }, i): Placed => ({ id, column: columns[kind], x: columns[kind] * 320, y: i * 40 }),
  )
  const simulation = forceSimulation(placed)
    .force(
      'link',
      forceLink<Placed, { source: string; target: string }>(edges.map(({ from, to }) => ({ source: from, target: to })))
        .id(({ id }) => id)
        .distance(180)
        .strength(0.2),
    )
    .force('charge', forceManyBody<Placed>().strength(-180))
    .force('column', forceX<Placed>(({ column }) => column * 320).strength(0.9))
    .force('middle', forceY<Placed>(0).strength(0.04))
    .force('collide', forceCollide<Placed>(30))
    .stop()
  simulation.tick(ticks)
  return new Map(placed.map(({ id, x = 0, y = 0 }) => [id, { x, y }]))
}

/** How a drawing is moved and scaled. */
export interface View {
  zoomBy(factor: number): void
  fit(): void
  end(): void
}

/** Lets the mouse and fingers zoom and move the drawing; `move` gets the transform for it. */
export function startZoom(svg: SVGSVGElement, move: (transform: string) => void): View {
  const behavior = zoom<SVGSVGElement, unknown>()
    .scaleExtent([0.2, 4])
    .on('zoom', ({ transform }: { readonly transform: { toString(): string } }) => move(transform.toString()))
  const drawing = select(svg).call(behavior)
  return {
    zoomBy: (factor) => {
      drawing.call(behavior.scaleBy, factor)
    },
    fit: () => {
      drawing.call(behavior.transform, zoomIdentity)
    },
    end: () => {
      drawing.on('.zoom', null)
    },
  }
}
