/** The pictures that accompany a word; the word is always there, too. */
export type IconName = 'yes' | 'no' | 'stop' | 'unknown' | 'none' | 'info' | 'warning'

/** Drawn in a 24 × 24 field. A word always accompanies the picture, so the picture is hidden from screen readers. */
export const iconPaths: Readonly<
  Record<IconName | 'copy' | 'more' | 'add' | 'remove' | 'undo' | 'target' | 'person' | 'list' | 'map' | 'bill', string>
> = {
  yes: 'M4.5 12.5 L9.5 17.5 L19.5 6.5',
  no: 'M6 6 L18 18 M18 6 L6 18',
  stop: 'M8.2 3 H15.8 L21 8.2 V15.8 L15.8 21 H8.2 L3 15.8 V8.2 Z M7.5 12 H16.5',
  unknown: 'M8.5 9 A3.5 3.5 0 1 1 13.5 12 C12.4 12.7 12 13.3 12 14.5 M12 18.4 V18.5',
  none: 'M7 12 H17',
  info: 'M12 11 V17.5 M12 6.6 V6.7',
  warning: 'M12 3.5 L21.5 20 H2.5 Z M12 10 V14.5 M12 17.2 V17.3',
  copy: 'M9 9 H20 V20 H9 Z M5.5 15 H4 V4 H15 V5.5',
  more: 'M6 9.5 L12 15.5 L18 9.5',
  add: 'M12 5 V19 M5 12 H19',
  remove: 'M5 7 H19 M10 7 V4.5 H14 V7 M7 7 L8 20 H16 L17 7',
  undo: 'M9 6 L4 11 L9 16 M4 11 H14 A5.5 5.5 0 0 1 14 20 H11',
  person: 'M12 4 A4 4 0 1 1 12 12 A4 4 0 1 1 12 4 M4.5 20.5 C5 16.5 8 15 12 15 S19 16.5 19.5 20.5',
  list: 'M10 6 H20 M10 12 H20 M10 18 H20 M4 6 L5.2 7.2 L7.4 4.6 M4 12 L5.2 13.2 L7.4 10.6 M4 18 L5.2 19.2 L7.4 16.6',
  map: 'M6 3.5 A2.5 2.5 0 1 1 6 8.5 A2.5 2.5 0 1 1 6 3.5 M18 3.5 A2.5 2.5 0 1 1 18 8.5 A2.5 2.5 0 1 1 18 3.5 M12 15.5 A2.5 2.5 0 1 1 12 20.5 A2.5 2.5 0 1 1 12 15.5 M8.5 6 H15.5 M7.2 8.3 L10.9 15.7 M16.8 8.3 L13.1 15.7',
  bill: 'M6 3 H18 V21 L15 19 L12 21 L9 19 L6 21 Z M9.5 8 H14.5 M9.5 12.5 H14.5',
  target: 'M12 3 V8 M12 16 V21 M3 12 H8 M16 12 H21',
}
