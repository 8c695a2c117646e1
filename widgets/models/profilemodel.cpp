// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/profilemodel.h"

#include "widgets/controls/format.h"
#include "widgets/controls/icons.h"
#include "widgets/models/previewmodel.h"

#include <algorithm>
#include <limits>

namespace assay::ui {

namespace {

QList<double> heights(const engine::Histogram &histogram)
{
    const auto most = std::ranges::max_element(histogram.counts);
    QList<double> made;
    for (const std::size_t count : histogram.counts)
        made.append(*most > 0 ? static_cast<double>(count) / static_cast<double>(*most) : 0);
    return made;
}

bool isNumberColumn(int section)
{
    return section >= ProfileModel::Missing && section <= ProfileModel::Max;
}

} // namespace

ProfileModel::ProfileModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ProfileModel::setProfile(engine::Profile profile)
{
    beginResetModel();
    m_profile = std::move(profile);
    endResetModel();
}

int ProfileModel::rowOf(const std::string &column) const
{
    const auto at = std::ranges::find(m_profile.columns, column, &engine::ColumnProfile::name);
    return at == m_profile.columns.end() ? -1 : static_cast<int>(at - m_profile.columns.begin());
}

int ProfileModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_profile.columns.size());
}

int ProfileModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

double ProfileModel::missingShare(const engine::ColumnProfile &column) const
{
    return m_profile.rows == 0 ? 0 : static_cast<double>(column.missing) / static_cast<double>(m_profile.rows);
}

QString ProfileModel::text(const engine::ColumnProfile &column, int section) const
{
    switch (section) {
    case Name:
        return QString::fromStdString(column.name);
    case Kind:
        return kindText(column.kind);
    case Missing:
        return shareText(missingShare(column));
    case Distinct:
        return countText(static_cast<qint64>(column.distinct));
    case Mean:
        return numberText(column.mean);
    case Std:
        return numberText(column.std);
    case Min:
        return column.min ? numberText(column.min) : QString::fromStdString(column.minText);
    case Max:
        return column.max ? numberText(column.max) : QString::fromStdString(column.maxText);
    default:
        return {};
    }
}

QVariant ProfileModel::sortValue(const engine::ColumnProfile &column, int section) const
{
    const auto number = [](const std::optional<double> &value) {
        return value.value_or(-std::numeric_limits<double>::infinity());
    };
    switch (section) {
    case Missing:
        return missingShare(column);
    case Distinct:
        return static_cast<qulonglong>(column.distinct);
    case Mean:
        return number(column.mean);
    case Std:
        return number(column.std);
    case Min:
        return number(column.min);
    case Max:
        return number(column.max);
    default:
        return text(column, section);
    }
}

QStringList ProfileModel::warnings(const std::string &column) const
{
    QStringList texts;
    for (const engine::DataWarning &warning : m_profile.warnings) {
        if (warning.column == column)
            texts.append(QString::fromStdString(warning.message));
    }
    return texts;
}

QVariant ProfileModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const engine::ColumnProfile &column = columnProfile(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(column, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Distribution ? tr("Distribution of %1").arg(QString::fromStdString(column.name))
                                              : text(column, index.column());
    case Qt::DecorationRole:
        return index.column() == Name && !warnings(column.name).isEmpty() ? QVariant(icon(QStringLiteral("warning")))
                                                                          : QVariant();
    case Qt::ToolTipRole:
        return index.column() == Name ? warnings(column.name).join(QLatin1Char('\n')) : QString();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((isNumberColumn(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case SortRole:
        return sortValue(column, index.column());
    case HistogramRole:
        return index.column() == Distribution ? QVariant::fromValue(heights(column.histogram)) : QVariant();
    case WarningsRole:
        return warnings(column.name);
    default:
        return {};
    }
}

QVariant ProfileModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((isNumberColumn(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Column");
    case Kind:
        return tr("Kind");
    case Missing:
        return tr("Missing");
    case Distinct:
        return tr("Distinct");
    case Mean:
        return tr("Mean");
    case Std:
        return tr("Std. dev.");
    case Min:
        return tr("Minimum");
    case Max:
        return tr("Maximum");
    case Distribution:
        return tr("Distribution");
    default:
        return {};
    }
}

} // namespace assay::ui
