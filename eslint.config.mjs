import eslint from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { cachescope } from './scripts/lint/wings.mjs'

/** Code is never made from text: the page's policy forbids it, but a worker is not always under the policy. */
const codeFromText = ['eval', 'Function'].map((name) => ({ name, message: 'Code is never made from text here.' }))

const clockChanceAndHost = [
  ...['Date', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'],
  ...['crypto', 'window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'self', 'globalThis'],
  ...['process', 'Buffer', 'require', 'fetch', 'console', 'postMessage', 'Worker', 'XMLHttpRequest', 'WebSocket'],
].map((name) => ({ name, message: 'The model has no clock, no chance and no host: pass in what it needs.' }))

const nodeOnly = ['process', 'Buffer', 'require', '__dirname'].map((name) => ({
  name,
  message: 'This runs in the page, where there is no Node.',
}))

/** Text becomes nodes, never markup. */
const markupFromText = [
  {
    selector: ':matches(JSXAttribute, Property)[name.name="dangerouslySetInnerHTML"]',
    message: 'Labels are text, never HTML.',
  },
  { selector: 'Property[key.name="dangerouslySetInnerHTML"]', message: 'Labels are text, never HTML.' },
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]',
    message: 'Labels are text, never HTML.',
  },
]

const tests = ['**/*.test.ts', '**/*.test.tsx', '**/*.spec.ts']

export default defineConfig(
  // What lies in public/ is served as it is, and compiled by nobody.
  globalIgnores([
    ...['.cache/', 'dist/', 'dist-cli/', 'coverage/', 'test-results/', 'playwright-report/', '.dist-cli-*/'],
    'public/',
  ]),
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json', './tsconfig.node.json'], tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { cachescope },
    rules: {
      'cachescope/wings': 'error',
      'cachescope/file-names': 'error',
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-globals': ['error', ...codeFromText],
      'no-restricted-syntax': ['error', ...markupFromText],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60 }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // The compiler checks names and types; these two only repeat it.
      'no-undef': 'off',
      'no-unused-vars': 'off',
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/cli/**', ...tests],
    rules: { 'no-restricted-globals': ['error', ...codeFromText, ...nodeOnly] },
  },
  {
    files: ['src/model/**'],
    ignores: tests,
    rules: {
      'no-restricted-globals': ['error', ...codeFromText, ...clockChanceAndHost],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Chance comes from a seed that is passed in.' },
        ...['log', 'log10', 'log1p', 'exp', 'expm1', 'pow', 'sin', 'cos', 'tan', 'cbrt', 'hypot'].map((property) => ({
          object: 'Math',
          property,
          message: 'Engines may differ in its last bit. Use exp and ln of load/chance/exactMath.',
        })),
      ],
      // A typed array's element is never undefined inside its bounds, and the bounds are what the model keeps track of.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['src/view/**', 'src/main.tsx'],
    plugins: { 'react-hooks': { rules: reactHooks.rules } },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: tests,
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
)
