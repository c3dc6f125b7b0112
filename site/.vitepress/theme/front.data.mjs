import { frontParts } from '../../front.mjs'
import { pageRules } from '../../markdown/rules.mjs'

export default {
  watch: ['../../../README.md', '../../../docs/comparison.md'],
  load: () => frontParts(pageRules),
}
