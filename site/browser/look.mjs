// What is wrong with a page as it is shown. This function runs on the page.

/** @returns a list of sentences, empty if nothing is wrong */
export function look() {
  const wrong = []
  const width = document.documentElement.clientWidth
  const short = (element) => `<${element.tagName.toLowerCase()}> "${element.textContent.trim().slice(0, 40)}"`

  function scrolls(element) {
    return ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(element).overflowX)
  }
  function isInFrame(element) {
    for (let it = element.parentElement; it && it !== document.body; it = it.parentElement) {
      if (scrolls(it)) {
        return true
      }
    }
    return false
  }

  // Nobody has to scroll the page sideways, and nothing is cut off at its edge.
  if (document.documentElement.scrollWidth > width) {
    wrong.push(`is ${document.documentElement.scrollWidth} wide in a window of ${width}`)
  }
  for (const element of document.querySelectorAll('.vp-doc *, .VPHero *')) {
    const box = element.getBoundingClientRect()
    if (box.width > 0 && box.right > width + 1 && !isInFrame(element)) {
      wrong.push(`${short(element)} ends at ${Math.round(box.right)} in a window of ${width}`)
    }
  }

  // What is wider than its frame can be reached, and it shows.
  for (const frame of document.querySelectorAll('.vp-doc table')) {
    const around = frame.closest('.table-frame')
    if (!around) {
      wrong.push(`${short(frame)} has no frame to scroll in`)
    } else if (around.scrollWidth > around.clientWidth + 1) {
      const { overflowX, backgroundImage } = getComputedStyle(around)
      if (overflowX !== 'auto' || !backgroundImage.includes('linear-gradient')) {
        wrong.push(`${short(frame)} is cut off without a sign`)
      }
      if (around.querySelector('td:first-child').offsetWidth > around.clientWidth * 0.6) {
        wrong.push(`${short(frame)} shows little more than its first column`)
      }
    }
  }

  // Diagrams are drawn, within their place, in colours that can be read.
  function luminance(color) {
    const [r, g, b] = color
      .match(/[\d.]+/g)
      .slice(0, 3)
      .map((it) => it / 255)
      .map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  function contrast(one, other) {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }
  const background = getComputedStyle(document.documentElement).getPropertyValue('--vp-c-bg')
  const probe = document.createElement('i')
  probe.style.backgroundColor = background
  document.body.append(probe)
  const ground = getComputedStyle(probe).backgroundColor
  probe.remove()
  if (document.querySelector('.language-mermaid')) {
    wrong.push('shows a diagram as its source')
  }
  for (const diagram of document.querySelectorAll('.diagram')) {
    const svg = diagram.querySelector('svg')
    const texts = [...diagram.querySelectorAll('text')]
    const lines = [...diagram.querySelectorAll('path, polyline')]
    if (!svg || texts.length === 0 || lines.length === 0) {
      wrong.push('has a diagram that is not drawn')
      continue
    }
    const frame = svg.getBoundingClientRect()
    if (frame.width < 200 || frame.height < 100) {
      wrong.push(`has a diagram of ${Math.round(frame.width)} x ${Math.round(frame.height)}`)
    }
    if (frame.width > diagram.clientWidth + 1 && getComputedStyle(diagram).overflowX !== 'auto') {
      wrong.push('has a diagram that is cut off')
    }
    for (const text of texts) {
      const box = text.getBoundingClientRect()
      if (box.width === 0 || box.left < frame.left - 1 || box.right > frame.right + 1) {
        wrong.push(`has a diagram that cuts off "${text.textContent}"`)
      }
      const size = (parseFloat(getComputedStyle(text).fontSize) * frame.width) / svg.viewBox.baseVal.width
      if (size < 8.5) {
        wrong.push(`has a diagram whose text "${text.textContent}" is ${size.toFixed(1)} pixels high`)
      }
      if (contrast(getComputedStyle(text).fill, ground) < 4.5) {
        wrong.push(`has a diagram whose text "${text.textContent}" cannot be read`)
      }
    }
    for (const line of lines) {
      const { stroke, fill } = getComputedStyle(line)
      const colors = [stroke, fill].filter((it) => it.startsWith('rgb') && !/, 0\)$/.test(it))
      if (colors.length === 0 || Math.max(...colors.map((it) => contrast(it, ground))) < 1.2) {
        wrong.push('has a diagram with a line that cannot be seen')
        break
      }
    }
  }

  // Nothing comes from elsewhere.
  for (const { name } of performance.getEntriesByType('resource')) {
    if (!name.startsWith(location.origin) && !name.startsWith('data:')) {
      wrong.push(`fetches ${name}`)
    }
  }
  return wrong
}
