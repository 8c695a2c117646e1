// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/artifacts/artifactname.h"

#include <QStringList>
#include <array>

namespace assay::tracking {

namespace {

constexpr qsizetype longestPart = 255; ///< [bytes] of UTF-8: what file systems take
constexpr qsizetype longestName = 1024;

/// The name without what could upset a terminal, for the message.
std::string shown(const QString &name)
{
    QString text = name.left(80);
    for (QChar &c : text)
        if (!c.isPrint())
            c = QChar(0xfffd);
    return text.toStdString();
}

Failure refused(const QString &name, const char *why)
{
    return failure(ErrorKind::BadInput, "bad_artifact_name",
                   "An artifact cannot be called `{}`: {}; give a relative name such as `plots/roc.png`.",
                   {shown(name), why});
}

/// CON, PRN, AUX, NUL, COM1…9, LPT1…9, with or without an ending.
bool isDevice(const QString &part)
{
    const QString stem = part.section(u'.', 0, 0).trimmed().toUpper();
    static const QStringList devices = {QStringLiteral("CON"), QStringLiteral("PRN"), QStringLiteral("AUX"),
                                        QStringLiteral("NUL")};
    if (devices.contains(stem))
        return true;
    const bool numbered = stem.startsWith(QLatin1String("COM")) || stem.startsWith(QLatin1String("LPT"));
    return numbered && stem.size() == 4 && stem[3] >= u'1' && stem[3] <= u'9';
}

/// What file names of Windows cannot hold.
bool isForeign(QChar c)
{
    return QStringLiteral(":<>\"|?*").contains(c);
}

const char *wrongCharacter(const QString &name)
{
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name[i];
        if (c.isNull())
            return "it holds a NUL character";
        if (c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line ||
            c.category() == QChar::Separator_Paragraph)
            return "it holds a control character";
        if (c == u'\\')
            return "it holds a backslash; folders are parted by `/`";
        if (isForeign(c))
            return "it holds one of `:<>\"|?*`, which not every system takes";
        const bool turns = (c >= QChar(0x202a) && c <= QChar(0x202e)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
        if (turns)
            return "it holds a mark that turns the direction of writing";
        if (c.isHighSurrogate() && i + 1 < name.size() && name[i + 1].isLowSurrogate())
            ++i;
        else if (c.isSurrogate())
            return "it is not valid Unicode";
    }
    return nullptr;
}

const char *wrongPart(const QString &part)
{
    if (part.isEmpty())
        return "it has a part without a name";
    if (part == QLatin1String("..") || part == QLatin1String("."))
        return "it may not point elsewhere with `.` or `..`";
    if (part.endsWith(u'.') || part.endsWith(u' '))
        return "a part of it ends in a dot or a space";
    if (isDevice(part))
        return "a part of it is the name of a device";
    if (part.toUtf8().size() > longestPart)
        return "a part of it is longer than 255 bytes";
    return nullptr;
}

} // namespace

Result<QString> checkedName(const QString &name)
{
    if (name.isEmpty())
        return refused(name, "it is empty");
    // Before normalisation, which replaces what it cannot read.
    if (const char *wrong = wrongCharacter(name))
        return refused(name, wrong);
    const QString kept = name.normalized(QString::NormalizationForm_C);
    if (kept.startsWith(u'/'))
        return refused(name, "it is absolute");
    if (kept.toUtf8().size() > longestName)
        return refused(name, "it is longer than 1024 bytes");
    for (const QString &part : kept.split(u'/'))
        if (const char *wrong = wrongPart(part))
            return refused(name, wrong);
    return kept;
}

QString portableName(const QString &name)
{
    QString portable;
    for (const QChar c : name) {
        if (isForeign(c))
            portable += u'%' + QString::number(c.unicode(), 16).toUpper();
        else
            portable += c;
    }
    return portable;
}

QString guessedKind(const QString &name)
{
    struct Kind
    {
        const char *kind;
        QStringList endings;
    };
    const auto list = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
    static const std::array kinds = {
        Kind{"image", list("png jpg jpeg gif bmp svg webp tif tiff")},
        Kind{"table", list("csv tsv csv.gz parquet arrow feather xlsx arff")},
        Kind{"json", list("json jsonl ndjson geojson ipynb")},
        Kind{"text", list("txt md log yaml yml toml ini cfg conf py r sh sql xml html htm tex cpp h js css env rst")},
        Kind{"model", list("pkl joblib onnx pt pth h5 keras ubj bst safetensors tflite pb")},
    };
    for (const Kind &kind : kinds)
        for (const QString &ending : kind.endings)
            if (name.endsWith(u'.' + ending, Qt::CaseInsensitive))
                return QString::fromLatin1(kind.kind);
    return QStringLiteral("file");
}

bool isFromTraining(const QString &name)
{
    return QStringList{QStringLiteral("model.json"), QStringLiteral("predictions.json"), QStringLiteral("recipe.json"),
                       QStringLiteral("changes.diff")}
        .contains(name);
}

} // namespace assay::tracking
