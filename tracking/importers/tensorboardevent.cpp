// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/tensorboardevent.h"

#include <QFloat16>
#include <QtEndian>
#include <bit>
#include <cmath>
#include <tensorboard.pb.h>

namespace assay::tracking {

namespace {

namespace wire = assay::wire::tensorboard;

template<class Message>
bool parse(Message &message, QByteArrayView bytes)
{
    return bytes.size() <= std::numeric_limits<int>::max() &&
           message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
}

/// TensorFlow's numbers of types.
enum DataType {
    Float = 1,
    Double = 2,
    Int32 = 3,
    UInt8 = 4,
    Int16 = 5,
    Int8 = 6,
    Int64 = 9,
    Bool = 10,
    BFloat16 = 14,
    UInt16 = 17,
    Half = 19,
    UInt32 = 22,
    UInt64 = 23
};

double halfToDouble(quint16 bits)
{
    return static_cast<double>(static_cast<float>(std::bit_cast<qfloat16>(bits)));
}

double bfloatToDouble(quint16 bits)
{
    return static_cast<double>(std::bit_cast<float>(static_cast<quint32>(bits) << 16));
}

template<class T>
std::optional<double> fromBytes(const std::string &bytes)
{
    if (bytes.size() != sizeof(T))
        return {};
    return static_cast<double>(qFromLittleEndian<T>(bytes.data()));
}

template<class Values>
std::optional<double> only(const Values &values)
{
    if (values.size() != 1)
        return {};
    return static_cast<double>(values.Get(0));
}

std::optional<double> fromContent(int type, const std::string &bytes)
{
    switch (type) {
    case Float:
        return fromBytes<float>(bytes);
    case Double:
        return fromBytes<double>(bytes);
    case Int32:
        return fromBytes<qint32>(bytes);
    case UInt8:
    case Bool:
        return fromBytes<quint8>(bytes);
    case Int16:
        return fromBytes<qint16>(bytes);
    case Int8:
        return fromBytes<qint8>(bytes);
    case UInt16:
        return fromBytes<quint16>(bytes);
    case Int64:
        return fromBytes<qint64>(bytes);
    case UInt32:
        return fromBytes<quint32>(bytes);
    case UInt64:
        return fromBytes<quint64>(bytes);
    case Half:
    case BFloat16:
        if (bytes.size() != sizeof(quint16))
            return {};
        return type == Half ? halfToDouble(qFromLittleEndian<quint16>(bytes.data()))
                            : bfloatToDouble(qFromLittleEndian<quint16>(bytes.data()));
    default:
        return {};
    }
}

std::optional<double> fromValues(const wire::Tensor &tensor)
{
    switch (tensor.dtype()) {
    case Float:
        return only(tensor.float_val());
    case Double:
        return only(tensor.double_val());
    case Int32:
    case UInt8:
    case Int16:
    case Int8:
    case UInt16:
        return only(tensor.int_val());
    case Int64:
        return only(tensor.int64_val());
    case Bool:
        return only(tensor.bool_val());
    case UInt32:
        return only(tensor.uint32_val());
    case UInt64:
        return only(tensor.uint64_val());
    case Half:
    case BFloat16: {
        if (tensor.half_val_size() != 1)
            return {};
        const auto bits = static_cast<quint16>(tensor.half_val(0));
        return tensor.dtype() == Half ? halfToDouble(bits) : bfloatToDouble(bits);
    }
    default:
        return {};
    }
}

/// The number of a tensor of rank 0; a missing shape is rank 0.
std::optional<double> tensorNumber(const wire::Tensor &tensor)
{
    if (tensor.shape().dim_size() != 0 || tensor.shape().unknown_rank())
        return {};
    return tensor.tensor_content().empty() ? fromValues(tensor) : fromContent(tensor.dtype(), tensor.tensor_content());
}

QByteArray bytesOf(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

EventValue valueFrom(const wire::Summary::Value &given)
{
    using Given = wire::Summary::Value;
    EventValue value{.tag = QString::fromStdString(given.tag())};
    value.plugin = bytesOf(given.metadata().plugin_data().plugin_name());
    value.content = bytesOf(given.metadata().plugin_data().content());
    value.scalarClass = given.metadata().data_class() == 1;
    switch (given.value_case()) {
    case Given::kSimpleValue:
        value.number = static_cast<double>(given.simple_value());
        break;
    case Given::kTensor:
        value.tensor = true;
        value.number = tensorNumber(given.tensor());
        value.kind = "tensor";
        break;
    case Given::kOldHistogram:
    case Given::kHistogram:
        value.kind = "histogram";
        break;
    case Given::kImage:
        value.kind = "image";
        break;
    case Given::kAudio:
        value.kind = "audio";
        break;
    case Given::VALUE_NOT_SET:
        break;
    }
    return value;
}

/// The plugin keeps every number as a double; whole ones are written as people wrote them.
ParamValue numberParam(double number)
{
    constexpr double exactWhole = 9007199254740992.0;
    const bool whole = std::abs(number) < exactWhole && std::trunc(number) == number;
    return whole && !(number == 0 && std::signbit(number)) ? ParamValue(static_cast<std::int64_t>(number))
                                                           : ParamValue(number);
}

std::optional<ParamValue> paramFrom(const wire::Value &value)
{
    switch (value.kind_case()) {
    case wire::Value::kNumberValue:
        return numberParam(value.number_value());
    case wire::Value::kStringValue:
        return QString::fromStdString(value.string_value()).toStdString();
    case wire::Value::kBoolValue:
        return value.bool_value();
    case wire::Value::kNullValue:
        return std::string("null");
    case wire::Value::KIND_NOT_SET:
        break;
    }
    return {};
}

} // namespace

void HparamsNote::add(const HparamsNote &later)
{
    for (const auto &[key, value] : later.params)
        params[key] = value;
    start = later.start ? later.start : start;
    end = later.end ? later.end : end;
    status = later.status != 0 ? later.status : status;
}

std::optional<TensorBoardEvent> parseEvent(QByteArrayView bytes)
{
    wire::Event given;
    if (!parse(given, bytes))
        return {};
    TensorBoardEvent event{.wallTime = given.wall_time(), .step = given.step()};
    event.sessionStart = given.session_log().status() == 1;
    for (const wire::Summary::Value &value : given.summary().value())
        event.values.push_back(valueFrom(value));
    return event;
}

std::optional<HparamsNote> parseHparams(QByteArrayView content)
{
    wire::HParamsPluginData given;
    if (!parse(given, content))
        return {};
    HparamsNote note;
    for (const auto &entry : given.session_start_info().hparams())
        if (auto param = paramFrom(entry.value()))
            note.params[QString::fromStdString(entry.key()).toStdString()] = std::move(*param);
    if (const double start = given.session_start_info().start_time_secs(); start > 0)
        note.start = start;
    if (given.has_session_end_info()) {
        note.status = given.session_end_info().status();
        if (const double end = given.session_end_info().end_time_secs(); end > 0)
            note.end = end;
    }
    return note;
}

} // namespace assay::tracking
