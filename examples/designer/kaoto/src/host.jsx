// SPDX-License-Identifier: Apache-2.0
// Kaoto's editor with nothing around it: answers what Visual Studio Code would be asked, and keeps what it is told.
//   ?file=  the flow or Kamelet to open       &catalog=   index.json of a Kaoto catalog
//   &runtime=  which catalog of that index    &kamelets=  files of a folder of local Kamelets, with commas
import '@patternfly/react-core/dist/styles/base.css';
import { KaotoEditorFactory } from '@kaoto/kaoto';
import { createRoot } from 'react-dom/client';

const asked = new URLSearchParams(location.search);
const file = asked.get('file');
const catalogUrl = asked.get('catalog');
const localKamelets = (asked.get('kamelets') ?? '').split(',').filter(Boolean);
const nameOf = (path) => path.split('/').pop();
const textOf = async (path) => (await fetch(path)).text();

const seen = { edits: [], problems: [] };
window.seen = seen;

const requests = {
  getVSCodeKaotoSettings: async () => ({
    catalogUrl,
    runtimeCatalogName: asked.get('runtime') ?? '',
    testingCatalogName: '',
    nodeLabel: 'description',
    nodeToolbarTrigger: 'onHover',
    colorScheme: 'light',
    rest: { apicurioRegistryUrl: '', customMediaTypes: [] },
    canvasLayoutDirection: 'SelectInCanvas',
  }),
  getCatalogURL: async () => catalogUrl,
  getMetadata: async () => undefined,
  setMetadata: async () => {},
  getResourcesContentByType: async () =>
    Promise.all(localKamelets.map(async (path) => ({ filename: nameOf(path), content: await textOf(path) }))),
  getResourceContent: async () => undefined,
  isResourceExist: async () => false,
  saveResourceContent: async () => {},
  deleteResource: async () => false,
  askUserForFileSelection: async () => undefined,
  getSuggestions: async () => [],
  getRuntimeInfoFromMavenContext: async () => undefined,
  onStepUpdated: async () => {},
};

const notifications = {
  kogitoEditor_ready: { send() {} },
  kogitoEditor_stateControlCommandUpdate: { send() {} },
  kogitoWorkspace_newEdit: { send: (edit) => seen.edits.push(edit) },
  kogitoNotifications_setNotifications: { send: (path, problems) => seen.problems.push(...problems) },
};

const editor = await new KaotoEditorFactory().createEditor(
  { channelApi: { requests, notifications, shared: {} } },
  {
    resourcesPathPrefix: '',
    fileExtension: file.match(/(camel|kamelet|pipe)\.yaml$/)[0],
    channel: 'VSCODE_DESKTOP',
    isReadOnly: false,
    initialLocale: 'en',
  },
);
window.editor = editor;
createRoot(document.getElementById('root')).render(editor.af_componentRoot());
editor.af_onOpen();

const content = await textOf(file);
// Until the editor is on the page it takes no content and says so by failing.
const open = () => editor.setContent(nameOf(file), content).catch(() => setTimeout(open, 100));
open();
