// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/artifactreading.h"

#include "tracking/artifactstore.h"

#include <QBuffer>
#include <QImageReader>
#include <QStringDecoder>
#include <QTemporaryFile>

namespace assay::ui {

namespace {

constexpr qint64 textBytes = 256 << 10;
constexpr qint64 tableBytes = 1 << 20;
constexpr qint64 wholeBytes = 8 << 20; ///< up to here a document is read as one
constexpr qint64 pictureBytes = 64 << 20;
constexpr int pictureSide = 2400; ///< [pixels]
constexpr std::size_t tableRows = 200;

/// The beginning of an artifact, or all of it, checked, where it is small.
Result<QByteArray> beginning(const tracking::ArtifactStore &artifacts, const tracking::Artifact &artifact)
{
    if (artifact.bytes <= wholeBytes)
        return artifacts.read(artifact);
    auto device = artifacts.open(artifact);
    if (!device)
        return Failure(device.error());
    return (*device)->read(tableBytes);
}

QString hexDump(const QByteArray &bytes)
{
    constexpr qsizetype width = 16, most = 8192;
    QString text;
    for (qsizetype at = 0; at < std::min(bytes.size(), most); at += width) {
        const QByteArray line = bytes.mid(at, width);
        QString readable;
        for (const char byte : line)
            readable += byte >= 0x20 && byte < 0x7f ? QChar(ushort(uchar(byte))) : QChar(u'·');
        text += QStringLiteral("%1  %2  %3\n")
                    .arg(at, 8, 16, QLatin1Char('0'))
                    .arg(QString::fromLatin1(line.toHex(' ')), -(3 * int(width) - 1))
                    .arg(readable);
    }
    return text;
}

bool hasUtf16Mark(const QByteArray &bytes)
{
    return bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff");
}

/// Up to the last whole character: a cut may fall within one.
QByteArray withoutHalfCharacter(QByteArray bytes)
{
    for (int i = 0; i < 3 && !bytes.isEmpty() && (bytes.back() & 0xc0) == 0x80; ++i)
        bytes.chop(1);
    if (!bytes.isEmpty() && (bytes.back() & 0xc0) == 0xc0)
        bytes.chop(1);
    return bytes;
}

void decode(const QByteArray &bytes, TextEncoding encoding, bool cut, ArtifactPreview &preview)
{
    if (encoding == TextEncoding::Automatic && hasUtf16Mark(bytes))
        encoding = TextEncoding::Utf16;
    if (encoding == TextEncoding::Automatic || encoding == TextEncoding::Utf8) {
        QStringDecoder utf8(QStringDecoder::Utf8);
        const QString text = utf8(cut ? withoutHalfCharacter(bytes) : bytes);
        if (!utf8.hasError() || encoding == TextEncoding::Utf8) {
            preview.text = text;
            preview.encoding = QStringLiteral("UTF-8");
            return;
        }
    }
    const auto chosen = encoding == TextEncoding::Utf16 ? QStringConverter::Utf16 : QStringConverter::Latin1;
    preview.text = QString(QStringDecoder(chosen)(bytes));
    preview.encoding = QString::fromLatin1(QStringConverter::nameForEncoding(chosen));
}

bool readImage(const tracking::ArtifactStore &artifacts, const tracking::Artifact &artifact, ArtifactPreview &preview)
{
    auto device = artifacts.open(artifact);
    if (!device || artifact.bytes > pictureBytes)
        return false;
    QImageReader reader(device->get());
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    // SVG may name other files; it is shown as the text it is.
    if (!reader.canRead() || reader.format().startsWith("svg"))
        return false;
    preview.pixels = reader.size();
    if (preview.pixels.width() > pictureSide || preview.pixels.height() > pictureSide)
        reader.setScaledSize(preview.pixels.scaled(pictureSide, pictureSide, Qt::KeepAspectRatio));
    preview.image = reader.read();
    if (!preview.pixels.isValid())
        preview.pixels = preview.image.size();
    preview.kind = ArtifactPreview::Image;
    return !preview.image.isNull();
}

/// The first rows, by way of a file that holds only the first lines.
bool readTable(const QByteArray &bytes, const tracking::Artifact &artifact, const Context &context,
               ArtifactPreview &preview)
{
    const bool named = artifact.name.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive) ||
                       artifact.name.endsWith(QLatin1String(".tsv"), Qt::CaseInsensitive);
    const qsizetype end = bytes.size() < artifact.bytes ? bytes.lastIndexOf('\n') + 1 : bytes.size();
    QTemporaryFile lines;
    if (!named || end == 0 || !lines.open() || lines.write(bytes.left(end)) != end || !lines.flush())
        return false;
    auto read = engine::previewTable(lines.fileName().toStdString(), {}, tableRows, context);
    if (!read)
        return false;
    preview.kind = ArtifactPreview::Table;
    preview.shown = end < artifact.bytes ? end : 0;
    preview.table = std::make_shared<const engine::ReadPreview>(std::move(*read));
    return true;
}

bool readJson(const QByteArray &bytes, const tracking::Artifact &artifact, ArtifactPreview &preview)
{
    const QByteArray start = bytes.left(64).trimmed();
    if (bytes.size() < artifact.bytes || !(start.startsWith('{') || start.startsWith('[')))
        return false;
    auto json = parseJson(bytes.toStdString());
    if (!json)
        return false;
    preview.kind = ArtifactPreview::Json;
    preview.text = QString::fromStdString(json->dump(2, ' ', false, Json::error_handler_t::replace)).left(textBytes);
    preview.json = std::make_shared<const Json>(std::move(*json));
    return true;
}

} // namespace

Result<ArtifactPreview> readArtifact(const tracking::RunStore &store, const tracking::Artifact &artifact,
                                     TextEncoding encoding, const Context &context)
{
    const tracking::ArtifactStore &artifacts = store.artifacts();
    auto bytes = beginning(artifacts, artifact);
    if (!bytes)
        return Failure(bytes.error());
    ArtifactPreview preview;
    if (readImage(artifacts, artifact, preview))
        return preview;
    // An encoding is chosen to read the text itself.
    if (encoding == TextEncoding::Automatic &&
        (readTable(*bytes, artifact, context, preview) || readJson(*bytes, artifact, preview)))
        return preview;
    const QByteArray head = bytes->left(textBytes);
    preview.shown = head.size() < artifact.bytes ? head.size() : 0;
    if (encoding == TextEncoding::Automatic && head.contains('\0') && !hasUtf16Mark(head)) {
        preview.kind = ArtifactPreview::Bytes;
        preview.text = hexDump(head);
        return preview;
    }
    decode(head, encoding, preview.shown > 0, preview);
    return preview;
}

} // namespace assay::ui
