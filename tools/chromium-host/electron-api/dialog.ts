/** Electron's `dialog`. Tests replace its functions; a person gets zenity's or kdialog's windows where these are installed. */
import { spawn, spawnSync } from 'node:child_process';
import { loud, notImplemented } from '../loud.ts';

interface FileFilter {
  readonly name: string;
  readonly extensions: readonly string[];
}

interface FileOptions {
  readonly title?: string;
  readonly defaultPath?: string;
  readonly filters?: readonly FileFilter[];
  readonly properties?: readonly string[];
}

interface MessageOptions {
  readonly message: string;
  readonly detail?: string;
  readonly title?: string;
  readonly type?: string;
  readonly buttons?: readonly string[];
  readonly cancelId?: number;
}

type Tool = 'zenity' | 'kdialog';

function findTool(what: string): Tool {
  const screen = process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY;
  const tools: readonly Tool[] = ['zenity', 'kdialog'];
  const tool = tools.find(
    (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
  );
  if (screen === undefined || screen === '' || tool === undefined) {
    throw notImplemented(
      `dialog.${what}`,
      'without Electron it needs a display and zenity or kdialog; a test puts its own function there',
    );
  }
  return tool;
}

function run(tool: Tool, parameters: readonly string[]): Promise<{ code: number; text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, parameters, { stdio: ['ignore', 'pipe', 'ignore'] });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, text: text.replace(/\n$/, '') }));
  });
}

function patterns(filter: FileFilter): string {
  return filter.extensions
    .map((extension) => (extension === '*' ? '*' : `*.${extension}`))
    .join(' ');
}

function zenityFile(options: FileOptions, save: boolean): string[] {
  const properties = options.properties ?? [];
  return [
    '--file-selection',
    '--separator=\n',
    ...(save ? ['--save', '--confirm-overwrite'] : []),
    ...(options.title === undefined ? [] : [`--title=${options.title}`]),
    ...(options.defaultPath === undefined ? [] : [`--filename=${options.defaultPath}`]),
    ...(properties.includes('multiSelections') ? ['--multiple'] : []),
    ...(properties.includes('openDirectory') ? ['--directory'] : []),
    ...(options.filters ?? []).map((f) => `--file-filter=${f.name} | ${patterns(f)}`),
  ];
}

function kdialogFile(options: FileOptions, save: boolean): string[] {
  const properties = options.properties ?? [];
  const filters = (options.filters ?? []).map((f) => `${f.name} (${patterns(f)})`).join('\n');
  const kind = save
    ? '--getsavefilename'
    : properties.includes('openDirectory')
      ? '--getexistingdirectory'
      : '--getopenfilename';
  return [
    ...(options.title === undefined ? [] : ['--title', options.title]),
    ...(properties.includes('multiSelections') ? ['--multiple', '--separate-output'] : []),
    kind,
    options.defaultPath ?? '.',
    ...(filters === '' ? [] : [filters]),
  ];
}

async function chooseFiles(what: string, options: FileOptions, save: boolean): Promise<string[]> {
  const tool = findTool(what);
  const parameters = tool === 'zenity' ? zenityFile(options, save) : kdialogFile(options, save);
  const { code, text } = await run(tool, parameters);
  return code === 0 ? text.split('\n').filter((path) => path !== '') : [];
}

/** Both forms are allowed: with a parent window in front, and without. */
function lastOf(parameters: readonly unknown[]): object {
  return parameters.at(-1) ?? {};
}

async function ask(options: MessageOptions): Promise<number> {
  const tool = findTool('showMessageBox');
  const buttons = options.buttons ?? [];
  const cancel = options.cancelId ?? Math.max(0, buttons.length - 1);
  const text = [options.message, options.detail ?? ''].filter((part) => part !== '').join('\n\n');
  if (buttons.length <= 1) {
    await run(
      tool,
      tool === 'zenity' ? ['--info', '--no-markup', `--text=${text}`] : ['--msgbox', text],
    );
    return 0;
  }
  const list = buttons.map((label, index) => [String(index), label]).flat();
  const { code, text: chosen } = await run(
    tool,
    tool === 'zenity'
      ? [
          '--list',
          '--hide-column=1',
          '--hide-header',
          '--column=n',
          '--column=choice',
          `--text=${text}`,
          ...list,
        ]
      : ['--menu', text, ...list],
  );
  return code === 0 && chosen !== '' ? Number.parseInt(chosen, 10) : cancel;
}

export const dialog = loud('dialog', {
  async showOpenDialog(
    ...parameters: unknown[]
  ): Promise<{ canceled: boolean; filePaths: string[] }> {
    const filePaths = await chooseFiles('showOpenDialog', lastOf(parameters), false);
    return { canceled: filePaths.length === 0, filePaths };
  },

  async showSaveDialog(...parameters: unknown[]): Promise<{ canceled: boolean; filePath: string }> {
    const [filePath] = await chooseFiles('showSaveDialog', lastOf(parameters), true);
    return { canceled: filePath === undefined, filePath: filePath ?? '' };
  },

  async showMessageBox(
    ...parameters: unknown[]
  ): Promise<{ response: number; checkboxChecked: boolean }> {
    return { response: await ask(lastOf(parameters) as MessageOptions), checkboxChecked: false };
  },

  /** Said on standard error as well, because there may be nobody to show it to. */
  showErrorBox(title: string, content: string): void {
    process.stderr.write(`${title}: ${content}\n`);
  },
});
