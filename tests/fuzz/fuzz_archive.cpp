// SPDX-License-Identifier: GPL-3.0-or-later
// What an archive is described by: manifest, runs, models, points; and names in it, none of which leads out.
#include "fuzzinput.h"
#include "tracking/artifacts/artifactname.h"
#include "tracking/exporters/exportfiles.h"
#include "tracking/exporters/jsonrun.h"
#include "tracking/importers/archiveformat.h"

#include <QDir>

using namespace assay;
using namespace assay::tracking;

namespace {

void name(const QByteArray &bytes)
{
    const auto checked = checkedName(QString::fromUtf8(bytes));
    if (!checked)
        return;
    const QString path = QDir::cleanPath(QStringLiteral("/root/") + *checked);
    fuzz::must(path.startsWith(QLatin1String("/root/")) && path.size() > 6);
    fuzz::must(!checked->contains(u'\\') && !checked->contains(QChar(0)) && !checked->contains(u':'));
    fuzz::must(*checkedName(*checked) == *checked);
}

void points(const QByteArray &bytes)
{
    const auto read = parsePoints(pointsHeader() + bytes);
    if (!read)
        return;
    QByteArray text = pointsHeader();
    for (const MetricPoint &point : *read)
        appendPoint(text, point);
    const auto again = parsePoints(text);
    fuzz::must(again && again->size() == read->size());
}

void manifest(const QByteArray &bytes)
{
    const auto read = parseManifest(bytes);
    if (!read)
        return;
    const auto again = parseManifest(jsonBytes(manifestJson(*read)));
    fuzz::must(again && again->runs == read->runs && again->models == read->models);
}

void models(const QByteArray &bytes)
{
    const auto read = parseModels(bytes);
    if (read)
        fuzz::must(parseModels(jsonBytes(modelsJson(*read)))->size() == read->size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::Input input(data, size);
    switch (input.byte()) {
    case 'm':
        manifest(input.rest());
        break;
    case 'r':
        (void)parseArchivedRun(input.rest());
        break;
    case 'g':
        models(input.rest());
        break;
    case 'p':
        points(input.rest());
        break;
    case 'n':
        name(input.rest());
        break;
    default:
        break;
    }
    return 0;
}
