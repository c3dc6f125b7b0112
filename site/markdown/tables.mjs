// A table wider than the text scrolls in a frame of its own, whose shaded edge shows that there is more.

export function tables(md) {
  md.renderer.rules.table_open = () => '<div class="table-frame" tabindex="0"><table>\n'
  md.renderer.rules.table_close = () => '</table></div>\n'
}
