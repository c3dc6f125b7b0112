// Who reads Kotlin on one page wants to read Kotlin on the next.
import { inBrowser, onContentUpdated } from 'vitepress'

const key = 'tempest-tab'

function labels(group) {
  return [...group.querySelectorAll('.tabs label')]
}

/** The tab of the same label, or else the first one of the same language: "Kotlin" for "Kotlin - SDK 2.x". */
function fitting(group, wanted) {
  const language = (label) => label.split(' ')[0]
  const titles = labels(group).map((label) => label.dataset.title)
  const exact = titles.indexOf(wanted)
  return exact >= 0 ? exact : titles.findIndex((title) => language(title) === language(wanted))
}

function show(group, tab) {
  const blocks = [...group.querySelector('.blocks').children]
  blocks.forEach((block, n) => block.classList.toggle('active', n === tab))
  group.querySelectorAll('.tabs input')[tab].checked = true
}

function showAll(wanted) {
  for (const group of document.querySelectorAll('.vp-code-group')) {
    const tab = fitting(group, wanted)
    if (tab >= 0) {
      show(group, tab)
    }
  }
}

function stored() {
  try {
    return localStorage.getItem(key)
  } catch {
    return null // storage is forbidden: then nothing is remembered
  }
}

function store(label) {
  try {
    localStorage.setItem(key, label)
  } catch {
    // as above
  }
}

export function rememberTabs() {
  if (!inBrowser) {
    return
  }
  onContentUpdated(() => {
    const wanted = stored()
    if (wanted) {
      showAll(wanted)
    }
  })
  window.addEventListener('change', ({ target }) => {
    const group = target.closest?.('.vp-code-group')
    if (!group) {
      return
    }
    const chosen = labels(group)[[...group.querySelectorAll('.tabs input')].indexOf(target)].dataset.title
    store(chosen)
    // Groups above may grow or shrink: the one in hand stays where it is.
    const before = group.getBoundingClientRect().top
    showAll(chosen)
    window.scrollBy({ top: group.getBoundingClientRect().top - before, behavior: 'instant' })
  })
}
