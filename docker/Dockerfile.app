# Gateway, action server and command line: Python 3.12.
# Build from the repository's root: docker build -f docker/Dockerfile.app -t dakehu-app .

FROM python:3.12-slim-bookworm AS build
COPY --from=ghcr.io/astral-sh/uv:0.8.22 /uv /usr/local/bin/uv
ENV UV_PYTHON=/usr/local/bin/python UV_PYTHON_DOWNLOADS=never UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1
WORKDIR /app
COPY pyproject.toml uv.lock ./
RUN uv sync --locked --no-install-project --no-default-groups --group app

FROM node:24-bookworm-slim AS page
WORKDIR /app
COPY web/package.json web/package-lock.json web/
RUN npm ci --prefix web --ignore-scripts --no-audit --no-fund

FROM python:3.12-slim-bookworm
RUN pip uninstall --yes --quiet --root-user-action=ignore pip \
 && useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin dakehu \
 && install -d -o dakehu /app/var
WORKDIR /app
COPY --from=build /app/.venv .venv
COPY actions actions
COPY dakehu dakehu
COPY domain domain
COPY domain.yml ./
COPY web web
# Of what npm brings, the page uses this one file.
COPY --from=page /app/web/node_modules/deep-chat/dist/deepChat.bundle.js web/node_modules/deep-chat/dist/
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 DAKEHU_HOST=0.0.0.0
USER 10001
VOLUME /app/var
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["python", "-c", "import urllib.request as web; web.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
ENTRYPOINT ["python", "-m", "dakehu"]
CMD ["gateway"]
