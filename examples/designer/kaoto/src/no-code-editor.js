// SPDX-License-Identifier: Apache-2.0
// Stands in for Monaco, the text editor that Kaoto's source view is made of: the canvas is what is looked at here.
const Nothing = () => null;

export default Nothing;
export const Editor = Nothing;
export const DiffEditor = Nothing;
export const CodeEditor = Nothing;
export const CodeEditorControl = Nothing;
export const Language = new Proxy({}, { get: (_, name) => name });
export const loader = { config() {}, init: async () => ({}) };
export const useMonaco = () => null;
export const configureMonacoYaml = () => ({ dispose() {}, update() {} });
export const editor = {};
export const languages = {};
export const Range = class {};
export const Uri = {};
export const KeyMod = {};
export const KeyCode = {};
export const MarkerSeverity = {};
