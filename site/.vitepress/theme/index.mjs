import { h } from 'vue'
import DefaultTheme from 'vitepress/theme'
import Front from './Front.vue'
import { rememberTabs } from './tabs.mjs'
import './style.css'

export default {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { 'home-features-after': () => h(Front) }),
  setup: rememberTabs,
}
