/** A real HTTP server on the loopback that plays the hub; it keeps what it was asked. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

export interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

export type Play = (request: IncomingMessage, response: ServerResponse, times: number) => void;

export class HubServer {
  readonly asked: Asked[] = [];
  private readonly plays = new Map<string, Play>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<HubServer> {
    const server = createServer();
    const hub = new HubServer(server);
    server.on('request', (request, response) => hub.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return hub;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What is played at a path, its query aside. */
  on(path: string, play: Play): void {
    this.plays.set(path, play);
  }

  json(path: string, value: unknown, headers: Readonly<Record<string, string>> = {}): void {
    this.on(path, (_, response) => send(response, 200, value, headers));
  }

  /** What a proxy does when it is asked for a tunnel. */
  onConnect(play: (request: IncomingMessage, socket: Duplex) => void): void {
    this.server.on('connect', play);
  }

  times(path: string): number {
    return this.asked.filter((asked) => asked.path.split('?')[0] === path).length;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '';
    const [plain = ''] = path.split('?');
    this.asked.push({ path, headers: request.headers });
    const play = this.plays.get(plain);
    if (play) play(request, response, this.times(plain));
    else send(response, 404, { error: 'Repository not found' });
  }
}

export function send(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof value === 'string' ? value : JSON.stringify(value));
}
