# Fingerpost as an image: docker build -t fingerpost . && docker run -p 8000:8000 -v fingerpost:/data fingerpost
FROM python:3.11-slim-bookworm AS build
WORKDIR /src
COPY requirements.lock pyproject.toml README.md ./
RUN python -m venv /opt/fingerpost \
    && /opt/fingerpost/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY docs/changelog.md docs/changelog.md
COPY hatch_build.py hatch_build.py
COPY tools/front tools/front
COPY tools/translations tools/translations
COPY front front
COPY src src
RUN /opt/fingerpost/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim-bookworm
# What WeasyPrint draws with, as the system keeps it.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --create-home fingerpost \
    && install -d -o fingerpost -g fingerpost /data
COPY --from=build /opt/fingerpost /opt/fingerpost
ENV PATH=/opt/fingerpost/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    FINGERPOST_DATA=/data \
    FINGERPOST_CACHE=/opt/fingerpost/cache \
    FINGERPOST_LOG=json \
    FINGERPOST_LOG_LEVEL=info
# Compiles the gazetteer now, so that no start has to.
RUN fingerpost places Norfolk > /dev/null && chmod -R a+rX /opt/fingerpost/cache
# By its number, so that a cluster can see that it is not root.
USER 10001
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD \
    ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/ready', timeout=4)"]
ENTRYPOINT ["fingerpost"]
CMD ["serve", "--host", "0.0.0.0"]
